import fs from 'node:fs'
import path from 'node:path'
import { runAssay } from './command-line'
import type { App, Fixtures } from './app'
import { expect, test } from './app'
import { readAnnotations, readJournalText } from './project-files'
import { trapsText } from './traps'
import type { Workbench } from './window/workbench'
import { workbench } from './window/workbench'

/** The ferry's text in a project of its own, on screen and ready. */
async function openFerry({
  launch,
  projectWith,
}: Pick<Fixtures, 'launch' | 'projectWith'>): Promise<{
  readonly project: string
  readonly app: App
  readonly window: Workbench
}> {
  const project = projectWith({ 'ferry.txt': trapsText })
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  return { project, app, window }
}

test('what the window calls saved is there after a kill', async ({
  launch,
  folder,
  projectWith,
}) => {
  const { project, app, window } = await openFerry({ launch, projectWith })
  await window.selectWords('not one lifeboat was missing')
  await app.page.keyboard.press('1')
  await window.isSaved()
  await app.kill()
  expect(readJournalText(project)).toContain('not one lifeboat was missing')

  const again = await launch({ args: [project], userData: app.userData })
  const reopened = workbench(again.page)
  await reopened.isReady()
  await expect(reopened.card('Claim', 'not one lifeboat was missing')).toBeVisible()
  await reopened.text.focus()
  await again.page.keyboard.press('ControlOrMeta+z')
  await expect(reopened.cards.getByRole('group', { name: /^Claim: / })).toHaveCount(0)
  await reopened.isSaved()
  await again.close()
  expect(readAnnotations(project)).toEqual([])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
})

test('a kill in the middle of fast work loses nothing that was called saved', async ({
  launch,
  folder,
  projectWith,
}) => {
  const { project, app, window } = await openFerry({ launch, projectWith })
  await app.page.keyboard.press('ControlOrMeta+Home')
  for (let tag = 0; tag < 12; tag += 1) {
    await app.page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await app.page.keyboard.press(['1', '2', '3'][tag % 3] ?? '1')
  }
  await window.isSaved()
  const acknowledged = (readJournalText(project).match(/"label":"tag as/g) ?? []).length
  expect(acknowledged).toBe(12)
  for (let tag = 0; tag < 6; tag += 1) {
    await app.page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await app.page.keyboard.press('2')
  }
  await app.kill()
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
  const stats = runAssay(['stats', project], folder) as { annotations: Record<string, number> }
  const kept = Object.values(stats.annotations).reduce((sum, count) => sum + count, 0)
  expect(kept).toBeGreaterThanOrEqual(acknowledged)
})

test('a full disk is said at once, nothing is lost, and saving goes on when there is space', async ({
  launch,
  projectWith,
}) => {
  const { project, app, window } = await openFerry({ launch, projectWith })
  // The system answers "no space" for every write to the journal, as on a full disk.
  await app.electron.evaluate(() => {
    const fs = process.getBuiltinModule('node:fs')
    const holder = globalThis as { writeSyncOfBefore?: typeof fs.writeSync }
    holder.writeSyncOfBefore = fs.writeSync
    fs.writeSync = () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    }
  })
  await window.selectWords('14 dead')
  await app.page.keyboard.press('3')
  await expect(window.saveState).toHaveText('Not saved: disk full', { useInnerText: true })
  await expect(window.card('Figure', '14 dead')).toBeVisible()
  await app.electron.evaluate(() => {
    const fs = process.getBuiltinModule('node:fs')
    const holder = globalThis as { writeSyncOfBefore?: typeof fs.writeSync }
    if (holder.writeSyncOfBefore !== undefined) fs.writeSync = holder.writeSyncOfBefore
  })
  await expect(window.saveState).toHaveText('Saved', { timeout: 10_000, useInnerText: true })
  await app.close()
  expect(readAnnotations(project).map(({ type }) => type)).toEqual(['figure'])
})

test('a second program on the same project may read, is told who has it, and cannot write', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const first = await launch({ args: [project] })
  await workbench(first.page).isReady()
  const second = await launch({ args: [project] })
  const window = workbench(second.page)
  await window.isReady()
  await expect(second.page.getByText(/open in another window of Assay/).first()).toBeVisible()
  await window.selectWords('14 dead')
  await second.page.keyboard.press('3')
  await expect(window.cards.getByRole('group', { name: /^Figure: / })).toHaveCount(0)
  await second.close()
  await first.close()
  expect(readAnnotations(project)).toEqual([])
  expect(fs.existsSync(path.join(project, '.assay', 'lock'))).toBe(false)
})

test('a window whose process dies comes back with everything that was saved', async ({
  launch,
  projectWith,
}) => {
  const { project, app, window } = await openFerry({ launch, projectWith })
  await window.selectWords('14 dead')
  await app.page.keyboard.press('3')
  await window.isSaved()
  const crashed = app.page.waitForEvent('crash')
  await app.electron.evaluate(({ webContents }) => {
    webContents.getAllWebContents()[0]?.forcefullyCrashRenderer()
  })
  await crashed
  const cards = async (): Promise<number> =>
    app.electron.evaluate(async ({ webContents }) => {
      const [contents] = webContents.getAllWebContents()
      if (contents === undefined || contents.isCrashed()) return 0
      const count: unknown = await contents.executeJavaScript(
        'document.querySelectorAll("[role=group][aria-label^=Figure]").length',
      )
      return Number(count)
    })
  await expect.poll(cards, { timeout: 15_000 }).toBe(1)
  app.end()
  expect(readJournalText(project)).toContain('14 dead')
})
