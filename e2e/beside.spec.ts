import type { Relation } from '../shared/annotation/annotation'
import type { AnnotationsFile } from '../shared/project/files'
import { expect, test } from './app'
import { readAnnotations, readFolder } from './project-files'
import { accessFaults } from './window/access'
import { paneOf } from './window/panes'
import { workbench } from './window/workbench'

const articles = {
  'a-ferry.txt': 'The port\n\nThe port said 40 boats sank. Rescuers came at dawn.\n',
  'b-storm.txt': 'The ministry\n\nThe ministry spoke of 41 boats. Nobody was hurt.\n',
  'c-dam.txt': 'The dam\n\nThe dam held until nine.\n',
}

const relationsIn = (project: string): Relation[] =>
  readFolder<AnnotationsFile>(project, 'annotations').flatMap(file => file.relations)
const wordsByArticle = (project: string): string[][] =>
  readFolder<AnnotationsFile>(project, 'annotations').map(file =>
    file.annotations.map(({ quote }) => quote[0]?.exact ?? ''),
  )

test('two articles side by side are annotated and linked by keyboard alone', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith(articles)
  const app = await launch({ args: [project] })
  const { keyboard } = app.page
  const window = workbench(app.page)
  const [left, right] = [paneOf(app.page, 'Left'), paneOf(app.page, 'Right')]
  await window.isReady()

  await keyboard.press('ControlOrMeta+Shift+b')
  await expect(window.dialog('Open an article beside this one')).toBeVisible()
  await keyboard.type('ministry')
  await keyboard.press('Enter')
  await expect(right.text).toBeFocused()
  await expect(left.text).toContainText('The port said')
  await expect(right.text).toContainText('The ministry spoke')
  expect(await accessFaults(app.page)).toEqual([])

  await right.selectWords('41 boats')
  await keyboard.press('3')
  await keyboard.press('F6')
  await expect(left.text).toBeFocused()
  await left.selectWords('40 boats sank')
  await keyboard.press('3')
  await keyboard.press('l')
  await keyboard.press('F6')
  await keyboard.press('Alt+ArrowUp')
  // That a link was begun, and where, is seen as long as it is so.
  const begun = app.page.getByRole('button', { name: 'Link from “40 boats sank”' })
  await expect(begun).toBeVisible()
  await keyboard.press('l')
  await expect(begun).toHaveCount(0)
  await window.dialog('How are they linked?').getByRole('button', { name: 'contradicts' }).click()
  await window.isSaved()
  // There is no room for two margins: the card in focus floats at its words, and opens when it is entered.
  const card = right.card('Figure', '41 boats')
  await keyboard.press('n')
  await expect(card.getByRole('list', { name: 'Relations' })).toContainText('40 boats sank')

  // The far end is in the other pane: nothing is opened, the keyboard goes there.
  await card.getByRole('button', { name: /40 boats sank/ }).click()
  await expect(left.text).toBeFocused()
  await expect.poll(window.selectedText).toBe('')
  await keyboard.press('Enter')
  await expect(left.card('Figure', '40 boats sank')).toHaveAttribute('aria-current', 'true')
  await keyboard.press('Escape')

  // Undo goes to the pane of what it takes back, one step after another.
  await keyboard.press('F6')
  await keyboard.press('ControlOrMeta+z')
  await expect(window.answer).toContainText('Undid: link')
  await expect(left.text).toBeFocused()
  await expect(
    left.card('Figure', '40 boats sank').getByRole('list', { name: 'Relations' }),
  ).toHaveCount(0)
  await keyboard.press('ControlOrMeta+z')
  await keyboard.press('ControlOrMeta+z')
  await expect(right.text).toBeFocused()
  for (let step = 0; step < 3; step += 1) await keyboard.press('ControlOrMeta+Shift+z')
  await expect(left.text).toBeFocused()

  await keyboard.press('ControlOrMeta+Shift+w')
  await expect(left.region).toHaveCount(0)
  await expect(window.text).toContainText('The ministry spoke')
  await expect(window.text).toBeFocused()
  await window.isSaved()
  await app.close()
  expect(wordsByArticle(project)).toEqual([['40 boats sank'], ['41 boats']])
  const [link, ...others] = relationsIn(project)
  expect(others).toEqual([])
  const ids = readAnnotations(project).map(({ id }) => id)
  expect([link?.type, link?.from.annotation, link?.to.annotation]).toEqual(['contradicts', ...ids])
})

test('a link is drawn by dragging from a card on the left to words on the right', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith(articles)
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  const [left, right] = [paneOf(page, 'Left'), paneOf(page, 'Right')]
  await window.isReady()
  await window.selectWords('40 boats sank')
  await page.keyboard.press('3')
  await window.articleMenu('The ministry', 'Open beside')
  await expect(right.text).toBeFocused()
  await right.selectWords('41 boats')
  await page.keyboard.press('3')
  await left.pressWords('40 boats')
  await left.card('Figure', '40 boats sank').focus()
  const link = left
    .card('Figure', '40 boats sank')
    .getByRole('button', { name: 'Link to another annotation' })
  await link.hover()
  await page.mouse.down()
  const words = await right.placeOf('41 boats')
  await page.mouse.move(words.x + 3, words.y + 2, { steps: 4 })
  await page.mouse.move(words.x, words.y, { steps: 2 })
  await page.mouse.up()
  await window.dialog('How are they linked?').getByRole('button', { name: 'repeats' }).click()
  await window.isSaved()

  // What is typed in one card is kept when the mouse goes over to the other article.
  await left.pressWords('40 boats')
  await page.keyboard.press('n')
  await page.keyboard.type('Check it')
  await right.pressWords('Nobody')
  await window.isSaved()
  await app.close()
  expect(relationsIn(project).map(({ type }) => type)).toEqual(['repeats'])
  expect(readAnnotations(project).map(({ note }) => note)).toEqual(['Check it', undefined])
})

test('one article in both panes stays one, and an article that is removed leaves its pane', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith(articles)
  const app = await launch({ args: [project], size: { width: 1000, height: 700 } })
  const { page } = app
  const window = workbench(page)
  const [left, right] = [paneOf(page, 'Left'), paneOf(page, 'Right')]
  await window.isReady()
  const row = window.articles
    .getByRole('listitem', { name: 'The port' })
    .getByRole('button')
    .first()
  await row.focus()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(right.text).toBeFocused()
  await right.selectWords('Rescuers')
  await page.keyboard.press('1')
  await expect(left.marks).toHaveCount(1)
  await expect(right.marks).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(left.marks).toHaveCount(0)
  await page.keyboard.press('Alt+PageDown')
  await expect(right.text).toContainText('The ministry spoke')
  await expect(left.text).toContainText('The port said')

  await window.runCommand('Put the article into the bin')
  await expect(right.region).toHaveCount(0)
  await expect(window.text).toContainText('The port said')
  // A short text stays where it is when the notice goes, and takes its place once one turns to something else.
  const y = async (): Promise<number> => (await window.text.boundingBox())?.y ?? 0
  await page.evaluate(() => {
    document.querySelector('[data-scroll]')?.scrollTo(0, 0)
  })
  const under = await y()
  await page.getByRole('button', { name: 'Put away' }).click()
  await expect(page.getByText('is in the bin')).toHaveCount(0)
  expect(await y()).toBe(under)
  await window.articles.getByRole('searchbox').focus()
  await expect.poll(y).toBeLessThan(under - 20)
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(window.text).toContainText('The ministry spoke')
  await window.isSaved()
  await app.close()
  expect(readAnnotations(project)).toEqual([])
})
