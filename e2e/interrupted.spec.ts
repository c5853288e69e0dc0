import fs from 'node:fs'
import path from 'node:path'
import { runAssay } from './command-line'
import { expect, test } from './app'
import { readAnnotations } from './project-files'
import { trapsText } from './traps'
import { dragOver, findOnScreen } from './window/words'
import { workbench } from './window/workbench'

const firstPart = '“We counted 1,450 passengers,”'
const secondPart = '“and not one lifeboat was missing.”'

test('a quote that “she said” interrupts is one quote with two parts, by keyboard', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  const quotes = window.cards.getByRole('group', { name: /^Quote: / })

  await window.selectWords(secondPart)
  await page.keyboard.press('+')
  await expect(page.getByText('Tag some words first')).toBeVisible()
  await page.keyboard.press('2')
  await window.selectWords(firstPart)
  await page.keyboard.press('+')
  await expect(quotes).toHaveCount(1)
  await expect(quotes).toContainText('passengers,” … “and not')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(quotes).not.toContainText('passengers')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(quotes).toContainText('passengers')
  await window.isSaved()
  await app.close()

  const [quote, ...others] = readAnnotations(project)
  expect(others).toEqual([])
  expect(quote?.quote.map(({ exact }) => exact)).toEqual([firstPart, secondPart])
  expect(quote?.spans.map(({ start, end }) => end - start)).toEqual([
    firstPart.length,
    secondPart.length,
  ])
  const out = path.join(folder, 'dataset')
  runAssay(['export', project, '--format', 'jsonl', '--out', out], folder)
  const line = fs.readFileSync(path.join(out, 'articles.jsonl'), 'utf8')
  const { annotations } = JSON.parse(line) as { annotations: { spans: { text: string }[] }[] }
  expect(annotations.map(({ spans }) => spans.map(({ text }) => text))).toEqual([
    [firstPart, secondPart],
  ])
})

test('with Ctrl held, words selected by mouse join the last annotation', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.dragWords(firstPart)
  await page.getByRole('toolbar').getByRole('button', { name: /Quote/ }).click()
  const quotes = window.cards.getByRole('group', { name: /^Quote: / })
  await expect(quotes).toHaveCount(1)
  const second = await findOnScreen(window.text, secondPart)
  await page.keyboard.down('ControlOrMeta')
  await dragOver(page, second)
  await page.keyboard.up('ControlOrMeta')
  await expect(quotes).toContainText('passengers,” … “and not')
  await window.isSaved()
  await app.close()
  expect(readAnnotations(project).map(({ quote }) => quote.map(({ exact }) => exact))).toEqual([
    [firstPart, secondPart],
  ])
})
