import fs from 'node:fs'
import path from 'node:path'
import type { ArticleEdits } from '../shared/article/article'
import { expect, test } from './app'
import { runAssay } from './command-line'
import { readArticles, readFolder, wordsByArticle } from './project-files'
import { accessFaults } from './window/access'
import { detailsOf } from './window/details'
import { dropFiles } from './window/drop-files'
import { workbench } from './window/workbench'

const paragraph =
  'The dam above Halvik broke at dawn and the water reached the lower town within an hour, the mayor said on Monday after she had walked along the river with the engineers who looked after it for years.'
const page = `<!doctype html><html lang="en"><head><title>Dam breaks</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport pages of today</a></li></ul></nav>
<article><h1>Dam breaks</h1><p>${paragraph}</p><p>Some 40 people fled to the hills 🌊 before the road was closed, and nobody knows how many of them came back to their houses in the evening of that day.</p></article>
<footer><p>Subscribe to our letter and never miss a story again.</p></footer></body></html>`

test('a page that was reduced says so, and is used whole with its annotations in their places', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'first.txt': 'Something that was here before.' })
  const file = path.join(folder, 'dam.html')
  fs.writeFileSync(file, page)
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await dropFiles(app.page, [file])
  const report = window.dialog('Import report')
  await expect(report).toContainText('Only the article was read; 15 words around it')
  await expect(report).toBeFocused()
  // The report is there again after a look at what the whole page would change.
  await report.getByRole('button', { name: 'Use the whole page of Dam breaks' }).click()
  await window
    .dialog('Another version of the article')
    .getByRole('button', { name: 'Cancel' })
    .click()
  await expect(
    report.getByRole('listitem').filter({ hasText: 'Only the article was read' }),
  ).toBeFocused()
  await report.getByRole('button', { name: 'Done' }).click()
  await window.selectWords('40 people')
  await app.page.keyboard.press('3')
  await window.isSaved()

  const details = detailsOf(app.page)
  await details.open()
  await details.write('Place', 'Halvik')
  await expect(details.form.getByRole('region', { name: 'The page' })).toContainText(
    'Only the article of its page is here; 15 words around it were left out',
  )
  await details.form.getByRole('button', { name: 'Use the whole page…' }).click()
  const dialog = window.dialog('Another version of the article')
  await expect(dialog).toContainText('1 annotation was found in its text, at another place')
  expect(await accessFaults(app.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Replace the article' }).click()
  await expect(window.text).toContainText('Sport pages of today')
  await expect(window.card('Figure', '40 people')).toBeVisible()
  await expect(window.articles.getByRole('listitem')).toHaveCount(2)
  await details.open()
  await expect(details.field('Place')).toHaveValue('Halvik')
  await expect(details.form.getByRole('region', { name: 'The page' })).toContainText('whole page')
  await details.close()

  // One step back and forth again.
  await window.text.focus()
  await app.page.keyboard.press('ControlOrMeta+z')
  await window.isSaved()
  await window.openArticle('Dam breaks')
  await expect(window.text).not.toContainText('Sport pages of today')
  await expect(window.card('Figure', '40 people')).toBeVisible()
  await app.page.keyboard.press('ControlOrMeta+Shift+z')
  await window.isSaved()
  await app.close()

  expect(wordsByArticle(project)).toEqual([[], [], ['40 people']])
  expect(readArticles(project).map(({ original }) => original.reading)).toEqual([
    undefined,
    'article',
    'whole',
  ])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, findings: [] })
})

test('a corrected file takes the place of an article, and what it does not have is listed with its words', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({
    'dam.txt': 'Dam breaks\n\nThe dam broke at dawn 🌊. Nobody was warned. Some 40 people fled.',
  })
  const app = await launch({ args: [project] })
  const { keyboard } = app.page
  const window = workbench(app.page)
  await window.isReady()
  await window.selectWords('Nobody was warned')
  await keyboard.press('1')
  await window.selectWords('Some 40 people')
  await keyboard.press('3')
  await window.isSaved()

  const corrected = path.join(folder, 'corrected.txt')
  fs.writeFileSync(
    corrected,
    'Dam breaks\n\nCorrection: the mayor gave a warning.\n\nThe dam broke at dawn 🌊. Some 40 people fled.',
  )
  await app.answerDialogs(corrected)
  await window.articleMenu('Dam breaks', 'Replace with a corrected file…')
  const dialog = window.dialog('Another version of the article')
  await expect(dialog.getByRole('region', { name: 'Could not be placed' })).toContainText(
    '“Nobody was warned”',
  )
  await dialog.getByRole('button', { name: 'Replace the article' }).click()
  await expect(window.text).toContainText('Correction: the mayor')
  await expect(window.card('Figure', 'Some 40 people')).toBeVisible()

  const details = detailsOf(app.page)
  await details.open()
  await expect(details.form.getByRole('region', { name: 'Earlier version' })).toContainText(
    '1 annotation could not be placed',
  )
  await details.form.getByRole('button', { name: 'Show what could not be placed…' }).click()
  const unplaced = window.dialog('Not in this version')
  await expect(unplaced).toContainText('“Nobody was warned”')
  await unplaced.getByRole('button', { name: 'Open the earlier version beside' }).click()
  await expect(app.page.getByRole('textbox', { name: 'Text of Dam breaks' })).toHaveCount(2)
  await app.close()

  const [first, second] = readArticles(project)
  const edits = readFolder<ArticleEdits>(project, 'metadata')
  expect(edits).toMatchObject([{ replacedBy: second?.id }, { replaces: first?.id }])
  expect(wordsByArticle(project)).toEqual([['Nobody was warned'], ['Some 40 people']])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, findings: [] })
})
