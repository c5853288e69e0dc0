import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from './app'
import { runAssay } from './command-line'
import { readAnnotations } from './project-files'
import { trapsText } from './traps'
import { accessFaults } from './window/access'
import { workbench } from './window/workbench'

test('a file that another program changes is said with choices: compare, use the other, keep both', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({
    'ferry.txt': `${trapsText}${'\n\nThe harbour was shut.'.repeat(120)}`,
  })
  const first = await launch({ args: [project] })
  await workbench(first.page).isReady()
  await workbench(first.page).selectWords('14 dead')
  await first.page.keyboard.press('3')
  await workbench(first.page).isSaved()
  await first.close()

  const app = await launch({ args: [project], userData: first.userData })
  const window = workbench(app.page)
  await window.isReady()
  await expect(window.card('Figure', '14 dead')).toBeVisible()
  const [name = ''] = fs.readdirSync(path.join(project, 'annotations'))
  const file = path.join(project, 'annotations', name)
  const ours = fs.readFileSync(file, 'utf8')
  const notice = window.alert.filter({ hasText: 'Another program changed' })
  // The line one reads stays where it is when the notice comes and when it goes, also at the very top.
  const lines = async (): Promise<number | undefined> => (await window.text.boundingBox())?.y
  const place = await lines()
  fs.writeFileSync(file, ours.replace('"type": "figure"', '"type": "quote"'))
  await expect(notice).toBeVisible()
  expect(await lines()).toBe(place)
  const scrollTo = (top: number): Promise<void> =>
    app.page.evaluate(async top => {
      document.querySelector('[data-scroll]')?.scrollTo(0, top)
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
    }, top)
  await scrollTo(0)
  const lower = await lines()
  expect(lower).not.toBe(place)
  await notice.getByRole('button', { name: 'Keep both' }).click()
  await expect(notice).toHaveCount(0)
  expect(await lines()).toBe(lower)
  await scrollTo(400)
  await scrollTo(0)
  await expect.poll(lines).toBe(place)
  await scrollTo(100)
  const scrolled = await lines()

  const theirs = ours.replace('"type": "figure"', '"type": "claim"')
  fs.writeFileSync(file, theirs)
  await expect(notice).toBeVisible()
  expect(await lines()).toBe(scrolled)
  await expect(notice).toHaveText(
    /changed your annotations of “.+” while .* They differ: 1 annotation changed\./,
  )
  await expect(notice).not.toContainText('.json')
  await expect(app.page.getByText('was damaged')).toHaveCount(0)
  await notice.getByRole('button', { name: 'Compare…' }).click()
  const dialog = window.dialog('Compare two versions')
  await expect(dialog).toContainText('Claim “14 dead”')
  await expect(dialog).toContainText('type changed from figure to claim')
  expect(await accessFaults(app.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Use the other' }).click()
  await expect(window.card('Claim', '14 dead')).toBeVisible()
  await expect(notice).toHaveCount(0)
  await expect.poll(lines).toBe(scrolled)
  await window.text.focus()
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(window.card('Figure', '14 dead')).toBeVisible()
  await window.isSaved()

  // A card that is asked for while the list stands in the margin's place opens where it can be seen.
  await app.page.keyboard.press('ControlOrMeta+l')
  await expect(window.list.getByRole('listbox')).toBeFocused()
  await window.text.focus()
  await app.page.keyboard.press('ControlOrMeta+End')
  await app.page.keyboard.press('w')
  await app.page.keyboard.press('1')
  await app.page.keyboard.press('Enter')
  const claimant = window.cards.getByRole('combobox', { name: 'Claimant' })
  await expect(claimant).toBeFocused()
  await expect(claimant).toBeInViewport()
  await app.page.keyboard.press('Escape')
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(window.card('Claim', 'shut')).toHaveCount(0)
  await window.isSaved()
  await app.close()
  expect(readAnnotations(project).map(({ type }) => type)).toEqual(['figure'])
  const damaged = path.join(project, '.assay', 'damaged')
  const kept = fs
    .readdirSync(damaged)
    .map(name => fs.readFileSync(path.join(damaged, name), 'utf8'))
  expect(kept).toContain(theirs)
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
})
