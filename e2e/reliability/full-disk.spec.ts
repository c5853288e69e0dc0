import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '../app'
import { runAssay } from '../command-line'
import { readAnnotations } from '../project-files'
import { trapsText } from '../traps'
import type { Workbench } from '../window/workbench'
import { workbench } from '../window/workbench'
import type { MountedDisk } from './mounted-disk'
import { mountMemory, whyNoMounts } from './mounted-disk'

const notRun = whyNoMounts('memory')
test.skip(notRun !== undefined, `a disk of its own: ${notRun ?? ''}`)

let disk: MountedDisk | undefined
test.afterEach(() => {
  disk?.unmount()
  disk = undefined
})

/** The project on a small disk of its own. */
function onSmallDisk(folder: string, project: string): string {
  disk = mountMemory(folder, 2 * 1024 * 1024)
  const small = path.join(disk.folder, 'project')
  fs.cpSync(project, small, { recursive: true })
  return small
}

/** Take every byte that is left; gives what frees them again. */
function fillUp(beside: string): () => void {
  const ballast = path.join(path.dirname(beside), 'ballast')
  const file = fs.openSync(ballast, 'w')
  try {
    for (;;) fs.writeSync(file, Buffer.alloc(4096))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    fs.closeSync(file)
  }
  return () => {
    fs.rmSync(ballast)
  }
}

/** The last block of the journal takes some more edits. */
async function tagUntilFull({ page, saveState }: Workbench): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await page.keyboard.press('2')
    await expect(saveState).toHaveText('Not saved: disk full', { timeout: 100, useInnerText: true })
  }).toPass({ timeout: 20_000, intervals: [0] })
}

test('on a full disk edits stay in the window, closing and SIGTERM are held back, and saving goes on within 5 s of free space', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = onSmallDisk(folder, projectWith({ 'ferry.txt': trapsText }))
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  // Whoever closes the window is asked; here the answer is to keep it open.
  await app.electron.evaluate(({ dialog }) => {
    const asked = globalThis as { questions?: number }
    asked.questions = 0
    dialog.showMessageBox = () => {
      asked.questions = (asked.questions ?? 0) + 1
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  })
  const questions = () =>
    app.electron.evaluate(() => (globalThis as { questions?: number }).questions)
  const free = fillUp(project)
  await tagUntilFull(window)
  await expect(window.alert.filter({ hasText: 'the disk is full' })).toBeVisible()
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close()
  })
  await expect.poll(questions).toBe(1)
  app.electron.process().kill('SIGTERM')
  await expect.poll(questions, { timeout: 5000 }).toBe(2)

  free()
  await expect(window.saveState).toHaveText('Saved', { timeout: 5000, useInnerText: true })
  await expect(window.alert.filter({ hasText: 'the disk is full' })).toHaveCount(0)
  await app.close()
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
  expect(readAnnotations(project).length).toBeGreaterThan(0)
})

test('what cannot be saved on a full disk goes on in a copy elsewhere', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = onSmallDisk(folder, projectWith({ 'ferry.txt': trapsText }))
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await window.selectWords('not one lifeboat was missing')
  await app.page.keyboard.press('1')
  await window.isSaved()
  fillUp(project)
  await tagUntilFull(window)
  const made = await window.cards.getByRole('group', { name: /^(?:Claim|Quote): / }).count()
  const elsewhere = path.join(folder, 'elsewhere')
  await app.answerDialogs(elsewhere)
  await window.alert.getByRole('button', { name: 'Save elsewhere…' }).click()
  await window.isSaved()
  await expect(app.page.getByText('You are working in the copy “elsewhere” now.')).toBeVisible()
  await window.selectWords('at least 19')
  await app.page.keyboard.press('3')
  await window.isSaved()
  await app.close()
  expect(runAssay(['check', elsewhere], folder)).toMatchObject({ ok: true })
  expect(readAnnotations(elsewhere)).toHaveLength(made + 1)
})
