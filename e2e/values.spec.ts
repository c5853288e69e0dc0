import { expect, test } from './app'
import { readAnnotations, readFolder } from './project-files'
import { workbench } from './window/workbench'

const german = `---
title: Das Hochwasser
language: de
date: 2031-03-04
---

Der Damm brach, rund 1.600 Häuser sind zerstört. Es waren mehr als 4,5 Millionen Euro.
`

test('a number is proposed from the words, shown as it is meant, and taken or corrected by key', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'flut.md': german })
  const app = await launch({ args: [project] })
  const { page } = app
  const keys = async (...all: readonly string[]) => {
    for (const key of all) await page.keyboard.press(key)
  }
  const window = workbench(page)
  await window.isReady()
  const houses = window.card('Figure', 'rund 1.600 Häuser')
  const value = houses.getByRole('textbox', { name: 'Value' })
  await window.selectWords('rund 1.600 Häuser')
  await keys('3', 'Enter')
  await expect(value).toBeFocused()
  await expect(value).toHaveAccessibleDescription('1,600, as the words say: Tab or Enter takes it')
  await keys('Tab')
  await expect(value).toHaveValue('1.600')
  // Unit, counted, then the qualifier by the digit that stands on it, and the kind by a letter.
  await keys('Tab', 'Tab', '2')
  await expect(houses.getByRole('radio', { name: 'about' })).toBeChecked()
  await keys('Tab', 'c', 'Tab')
  await page.keyboard.type('29. Februar')
  await keys('Enter')
  await expect(houses.getByRole('alert')).toHaveText(/^Write the date as/)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('3. März')
  await expect(houses.getByRole('textbox', { name: 'As of' })).toHaveAccessibleDescription(
    '= 2031-03-03',
  )
  await keys('Enter')
  await expect(window.text).toBeFocused()

  const money = window.card('Figure', 'mehr als 4,5 Millionen Euro')
  await window.selectWords('mehr als 4,5 Millionen Euro')
  await keys('3', 'Enter')
  await page.keyboard.type('1.6')
  await keys('Enter')
  await expect(money.getByRole('alert')).toHaveText(/^Write 1,6 with a comma/)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('4 bis 5 Millionen')
  await expect(money.getByRole('textbox', { name: 'Value' })).toHaveAccessibleDescription(
    '= 4,000,000–5,000,000',
  )
  await keys('Enter')
  const moneyValue = money.getByRole('textbox', { name: 'Value' })
  await expect(moneyValue).toHaveValue('4.000.000–5.000.000')
  await keys('ControlOrMeta+z')
  await expect(moneyValue).toHaveValue('')
  await keys('ControlOrMeta+Shift+z')
  await expect(moneyValue).toHaveValue('4.000.000–5.000.000')

  // What is not wanted is put away by Delete, and Esc takes nothing either.
  await window.selectWords('1.600')
  await keys('3', 'Enter', 'Escape', 'Enter', 'Delete', 'Tab', 'Escape')
  await window.isSaved()
  await app.close()
  const values = readAnnotations(project).map(({ quote, attributes }) => [
    quote[0]?.exact,
    attributes,
  ])
  expect(Object.fromEntries(values)).toEqual({
    'rund 1.600 Häuser': {
      value: { min: '1600', max: '1600' },
      qualifier: 'about',
      kind: 'count',
      'as-of': '2031-03-03',
    },
    'mehr als 4,5 Millionen Euro': { value: { min: '4000000', max: '5000000' } },
    '1.600': {},
  })
  expect(readFolder(project, 'annotations')).toHaveLength(1)
})

test('text is completed from the whole project, and a second name for one person is noticed', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({
    'one.txt': 'The dam was safe, President Kasym Toreyev told reporters on Monday.',
    'two.txt': 'Toreev had known of it, he told them. The dam is gone.',
  })
  const app = await launch({ args: [project] })
  const { page } = app
  const keys = async (...all: readonly string[]) => {
    for (const key of all) await page.keyboard.press(key)
  }
  const window = workbench(page)
  await window.isReady()
  await window.articles.getByRole('listitem').first().getByRole('button').first().click()
  await window.selectWords('The dam was safe')
  await keys('2', 'Enter')
  await page.keyboard.type('Kasym-Zhomart Toreyev')
  await keys('Tab')
  await page.keyboard.type('told reporters')
  await keys('Enter')
  await expect(window.text).toBeFocused()

  await window.articles.getByRole('listitem').nth(1).getByRole('button').first().click()
  await window.selectWords('Toreev had known of it')
  await keys('2', 'Enter')
  await page.keyboard.type('President Toreev')
  const similar = page.getByRole('option', { name: /^Kasym-Zhomart Toreyev/ })
  await expect(similar).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('option', { name: 'Create “President Toreev”' })).toBeVisible()
  await keys('Tab')
  await page.keyboard.type('told')
  await expect(page.getByRole('option', { name: 'told reporters' })).toBeVisible()
  await keys('ArrowDown', 'Enter')
  await expect(window.text).toBeFocused()

  // A really new one is chosen as such.
  await window.selectWords('The dam is gone')
  await keys('2', 'Enter')
  await page.keyboard.type('K. Toreyev')
  await expect(similar).toHaveAttribute('aria-selected', 'true')
  await keys('ArrowDown', 'Enter')
  await window.isSaved()
  await app.close()
  const sources = readFolder<{ id: string; name: string }>(project, 'sources')
  expect(sources.map(({ name }) => name).sort()).toEqual(['K. Toreyev', 'Kasym-Zhomart Toreyev'])
  const idOf = (name: string) => sources.find(source => source.name === name)?.id
  const person = idOf('Kasym-Zhomart Toreyev')
  expect(
    Object.fromEntries(
      readAnnotations(project).map(({ quote, attributes }) => [quote[0]?.exact, attributes]),
    ),
  ).toEqual({
    'The dam was safe': { speaker: person, cue: 'told reporters' },
    'Toreev had known of it': { speaker: person, cue: 'told reporters' },
    'The dam is gone': { speaker: idOf('K. Toreyev') },
  })
})

test('an article has tags and a note, and the list is filtered by them and by status', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({
    'one.md': '# Harbour\n\nThe ferry left at nine.\n',
    'two.md': '---\ndate: 2031-03-04\n---\n\n# Ministry\n\nNobody was on watch.\n',
  })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.openArticle('Harbour')
  await page.getByRole('button', { name: 'Details' }).press('Enter')
  const details = window.dialog('Details')
  await details.getByRole('textbox', { name: 'Tags' }).fill('ferry; night ; ferry')
  await page.keyboard.press('Tab')
  await expect(details.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Ask who held the key.')
  await page.keyboard.press('Escape')
  await window.articleMenu('Harbour', 'Done')
  await window.text.focus()
  const rows = window.articles.getByRole('listitem')
  const filter = window.articles.getByRole('searchbox')
  for (const [typed, titles] of [
    ['tag:night', ['Harbour']],
    ['status:new', ['Ministry']],
    ['held status:done', ['Harbour']],
    ['tag:fire', []],
    ['', ['Harbour', 'Ministry']],
  ] as const) {
    await filter.fill(typed)
    await expect(rows).toHaveCount(titles.length)
    for (const title of titles) await expect(rows.filter({ hasText: title })).toHaveCount(1)
  }
  // The list is ordered as one likes, and the next article is the next of the list.
  const order = window.articles.getByLabel('Order of the articles')
  await order.selectOption('by date, newest first')
  await expect(rows).toHaveText([/Ministry/, /Harbour/])
  await window.openArticle('Ministry')
  await page.keyboard.press('Alt+PageDown')
  await expect(page.getByRole('textbox', { name: 'Text of Harbour' })).toBeVisible()
  await order.selectOption('by title')
  await expect(rows).toHaveText([/Harbour/, /Ministry/])
  await window.text.focus()
  // The note and the tags are a step each.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ControlOrMeta+z')
  await expect(window.answer).toHaveText('Undid: tag the article')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(window.answer).toHaveText('Redid: tag the article')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await window.isSaved()
  await app.close()
  expect(readFolder(project, 'metadata')).toEqual([
    expect.objectContaining({ tags: ['ferry', 'night'], note: 'Ask who held the key.' }),
  ])
})
