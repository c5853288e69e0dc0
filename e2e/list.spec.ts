import type { Locator, Page } from '@playwright/test'
import type { AnnotationsFile } from '../shared/project/files'
import { expect, test } from './app'
import { readAnnotations, readFolder } from './project-files'
import { accessFaults } from './window/access'
import type { Workbench } from './window/workbench'
import { workbench } from './window/workbench'

const text = [
  'Ana Tor said 40 boats sank off Kesmir. “Nobody came back,” she said.',
  'The harbour office counted 38 boats. “We never lost one,” its director said.',
  'Later 7 crews were found alive.',
].join('\n\n')

/** “The ferry sank”. */
const hebrew = '\u05d4\u05de\u05e2\u05d1\u05d5\u05e8\u05ea \u05d8\u05d1\u05e2\u05d4'

async function tagAll(window: Workbench, page: Page): Promise<void> {
  for (const [words, key] of [
    ['40 boats', '3'],
    ['“Nobody came back,”', '2'],
    ['38 boats', '3'],
    ['We never lost one', '1'],
    ['7 crews were found alive', '1'],
  ] as const) {
    await window.selectWords(words)
    await page.keyboard.press(key)
  }
}

const rowsOf = (window: Workbench) =>
  window.list.getByRole('listbox', { name: 'Annotations of the article' }).getByRole('option')

/** The colour that an element shows of a type. */
const colourOf = (element: Locator) =>
  element.evaluate(one => getComputedStyle(one).getPropertyValue('--type').trim())

test('the list is ordered, filtered and walked by keyboard; several annotations change in one step', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'boats.txt': text })
  const app = await launch({ args: [project] })
  const { page } = app
  const { keyboard } = page
  const window = workbench(page)
  await window.isReady()
  await tagAll(window, page)
  const rows = rowsOf(window)

  // From the text into the list, to some words, and back.
  await keyboard.press('ControlOrMeta+l')
  await expect(rows).toHaveCount(5)
  // The stripe of a type is seen with the system's own colours, too.
  await page.emulateMedia({ forcedColors: 'active' })
  const stripe = await rows.first().evaluate(element => {
    const own = getComputedStyle(element).backgroundImage
    return own === 'none' ? getComputedStyle(element, '::before').backgroundImage : own
  })
  expect(stripe).toMatch(/gradient/)
  await page.emulateMedia({ forcedColors: 'none' })
  for (const type of ['Claim', 'Quote', 'Figure']) {
    const shown = await colourOf(rows.filter({ hasText: type }).first())
    expect(shown, type).toMatch(/^#/)
    expect(shown, type).toBe(await colourOf(window.list.getByRole('button', { name: type })))
  }
  await expect(rows.nth(4)).toHaveAttribute('data-active')
  await keyboard.press('Home')
  await keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toHaveAttribute('data-active')
  await keyboard.press('Enter')
  await expect(window.text).toBeFocused()
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true')

  await window.list.getByLabel('Order by').selectOption('type')
  await expect(rows).toHaveText([/^Claim/, /^Claim/, /^Quote/, /^Figure/, /^Figure/])
  const filter = window.list.getByRole('searchbox', { name: 'Filter the annotations' })
  await filter.fill('boats')
  await expect(rows).toHaveCount(2)
  expect(await accessFaults(page), 'the list with a filter').toEqual([])

  // All that is listed, changed at once, taken back at once.
  await filter.press('ArrowDown')
  await keyboard.press('ControlOrMeta+a')
  const chosen = window.list.getByRole('region', { name: 'Chosen annotations' })
  await expect(chosen.getByRole('status')).toHaveText('2 chosen')
  await chosen.getByLabel('Change').selectOption('counted')
  await chosen.getByRole('combobox', { name: 'to', exact: true }).fill('boats')
  await keyboard.press('Enter')
  await expect(chosen.getByRole('button', { name: 'Change 2' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(window.answer).toHaveText('Set the counted of 2 annotations')
  await expect(rows).toHaveText([/Figure · boats/, /Figure · boats/])
  expect(await accessFaults(page), 'annotations chosen').toEqual([])
  await window.isSaved()
  await keyboard.press('Escape')
  await filter.fill('')
  await window.list.getByLabel('Order by').selectOption({ label: 'counted' })
  await expect(rows).toHaveText([/Figure · boats/, /Figure · boats/, /^Quote/, /^Claim/, /^Claim/])

  // Shift and Space choose, Delete deletes; one undo brings all back.
  await window.list.getByLabel('Order by').selectOption('place')
  await expect(rows).toHaveCount(5)
  await window.text.focus()
  await keyboard.press('ControlOrMeta+l')
  await keyboard.press('Home')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Shift+ArrowDown')
  await expect(chosen.getByRole('status')).toHaveText('3 chosen')
  await keyboard.press('ArrowDown')
  await keyboard.press(' ')
  await expect(chosen.getByRole('status')).toHaveText('4 chosen')
  await keyboard.press('Delete')
  await expect(rows).toHaveCount(1)
  await expect(window.list.getByRole('listbox')).toBeFocused()
  await window.isSaved()
  await keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(5)
  // With all of them gone the keyboard is in the filter; what undo is for there is the list.
  await keyboard.press('ControlOrMeta+a')
  await keyboard.press('Delete')
  await expect(rows).toHaveCount(0)
  await expect(filter).toBeFocused()
  await keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(5)
  await window.isSaved()
  await app.close()
  expect(
    readAnnotations(project).map(({ type, attributes }) => [type, attributes['counted']]),
  ).toEqual([
    ['figure', 'boats'],
    ['quote', undefined],
    ['figure', 'boats'],
    ['claim', undefined],
    ['claim', undefined],
  ])
})

test('with the mouse: several rows with Ctrl and Shift, another type, a value, deleting', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'boats.txt': `${text}\n\n${hebrew}` })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await tagAll(window, page)
  await page.getByRole('button', { name: 'List of annotations' }).click()
  const rows = rowsOf(window)

  // Words of a language that is written from the right stand right.
  await window.selectWords(hebrew)
  await page.keyboard.press('1')
  await expect(rows).toHaveCount(6)
  const roomBeside = await rows.nth(5).evaluate(row => {
    const words = document.createRange()
    words.selectNodeContents(row.querySelector('[dir="auto"]') ?? row)
    const [own, whole] = [words.getBoundingClientRect(), row.getBoundingClientRect()]
    return { left: own.left - whole.left, right: whole.right - own.right }
  })
  expect(roomBeside.right).toBeLessThan(20)
  expect(roomBeside.left).toBeGreaterThan(100)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(5)

  await rows.nth(0).click({ modifiers: ['ControlOrMeta'] })
  await rows.nth(2).click({ modifiers: ['ControlOrMeta'] })
  const chosen = window.list.getByRole('region', { name: 'Chosen annotations' })
  await expect(chosen.getByRole('status')).toHaveText('2 chosen')
  await chosen.getByLabel('to', { exact: true }).selectOption('Claim')
  await chosen.getByRole('button', { name: 'Change 2' }).click()
  await expect(window.answer).toHaveText('2 annotations became claim')
  await chosen.getByLabel('Change').selectOption('stance')
  await chosen.getByRole('radio', { name: 'denied' }).click()
  await chosen.getByRole('button', { name: 'Change 2' }).click()
  await expect(rows.nth(2)).toHaveText(/^Claim · denied/)
  await chosen.getByRole('button', { name: 'Choose none' }).click()
  await rows.nth(3).click({ modifiers: ['ControlOrMeta'] })
  await rows.nth(4).click({ modifiers: ['Shift'] })
  await chosen.getByRole('button', { name: 'Delete 2' }).click()
  await expect(rows).toHaveCount(3)
  await window.list.getByLabel('Only with this attribute').selectOption('stance')
  await expect(rows).toHaveCount(2)
  await window.list.getByLabel('Its value').selectOption({ label: 'no value' })
  await expect(rows).toHaveText([/^Quote/])
  await window.isSaved()
  await app.close()
  const [file] = readFolder<AnnotationsFile>(project, 'annotations')
  expect(file?.annotations.map(({ type, attributes }) => [type, attributes])).toEqual([
    ['claim', { stance: 'denied' }],
    ['quote', {}],
    ['claim', { stance: 'denied' }],
  ])
})
