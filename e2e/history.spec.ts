import fs from 'node:fs'
import path from 'node:path'
import { runAssay } from './command-line'
import { expect, test } from './app'
import { readAnnotations } from './project-files'
import { trapsText } from './traps'
import { workbench } from './window/workbench'

test('the history says who did what, brings back what was deleted, and is saved as a file', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.selectWords('14 dead')
  await page.keyboard.press('3')
  await window.selectWords('not one lifeboat was missing')
  await page.keyboard.press('1')
  await page.keyboard.press('Delete')
  await expect(window.cards.getByRole('group')).toHaveCount(1)
  await window.card('Figure', '14 dead').click()
  await page.getByRole('button', { name: 'History of the annotation' }).click()
  const dialog = window.dialog('History')
  const events = dialog.getByRole('list', { name: 'Events' }).getByRole('listitem')
  await expect(events).toHaveCount(1)
  await expect(events.first()).toContainText('tagged as figure')
  await dialog.getByRole('button', { name: 'What was deleted' }).click()
  await expect(events).toHaveCount(1)
  await expect(events.first()).toContainText('not one lifeboat was missing')
  await events.first().getByRole('button', { name: 'Bring back' }).click()
  await expect(events.first().getByRole('button')).toHaveCount(0)
  const file = path.join(folder, 'history.csv')
  await app.answerDialogs(file)
  await dialog.getByRole('button', { name: 'Save as CSV or JSON…' }).click()
  await expect.poll(() => fs.existsSync(file)).toBe(true)
  await page.keyboard.press('Escape')
  await expect(window.card('Claim', 'not one lifeboat was missing')).toBeVisible()
  await window.isSaved()
  await app.close()
  expect(
    readAnnotations(project)
      .map(({ type }) => type)
      .sort(),
  ).toEqual(['claim', 'figure'])
  const said = runAssay(['history', project], folder) as { events: { what: string }[] }
  expect(said.events.map(({ what }) => what)).toEqual([
    'article brought into the project',
    'tagged as figure',
    'tagged as claim',
    'deleted',
    'tagged as claim',
  ])
  const [head, ...rows] = fs.readFileSync(file, 'utf8').trim().split('\r\n')
  expect(head).toBe('time,by,annotator,article,annotation,type,words,what')
  expect(rows.length).toBeGreaterThanOrEqual(3)
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
})
