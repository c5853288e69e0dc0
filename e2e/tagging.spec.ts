import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from '@playwright/test'
import type { Codebook } from '../shared/codebook/codebook'
import type { Source } from '../shared/annotation/annotation'
import type { AnnotationsFile } from '../shared/project/files'
import { expect, test } from './app'
import { readAnnotations, readFolder } from './project-files'
import { accessFaults } from './window/access'
import { dragOver, findOnScreen } from './window/words'
import { workbench } from './window/workbench'

const text = [
  'PORT VELL, March 14. A ferry sank 😡 off Kesmir.',
  '',
  '“We lost,” Ana Tor said. “We will go on.” Some 20 000 people and 40 % of the cars were safe.',
  '',
  'המעבורת טבעה בלילה.',
  '',
].join('\n')

const nowhere = { x: NaN, y: NaN, width: 0, height: 0 }

test('an armed tag is given to every selection, by mouse and by keyboard, until Esc', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': text })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  const armed = page.getByRole('button', { name: /^Every selection: / })
  await page.keyboard.press('a')
  await expect(armed).toHaveText(/Every selection: claim/)
  await page.keyboard.press('3')
  await expect(armed).toHaveText(/Every selection: figure/)
  expect(await accessFaults(page)).toEqual([])
  const figures = window.cards.getByRole('group', { name: /^Figure: / })
  await dragOver(page, await findOnScreen(window.text, '20 000'))
  await expect(figures).toHaveCount(1)
  await window.pressWords('Kesmir')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.down('Shift')
  await page.keyboard.press('ControlOrMeta+ArrowRight')
  await expect(figures).toHaveCount(1)
  await page.keyboard.up('Shift')
  await expect(figures).toHaveCount(2)
  const { first } = await findOnScreen(window.text, 'טבעה')
  await page.mouse.click(first.x - 4, first.y, { clickCount: 2 })
  await expect(figures).toHaveCount(3)
  await window.text.focus()
  await page.keyboard.press('Escape')
  await expect(armed).toHaveCount(0)
  await window.dragWords('cars')
  await expect(figures).toHaveCount(3)
  // Each type has its key on it, and what it is for.
  const types = window.toolbar.getByRole('button')
  await expect(types).toHaveText([/^claim 1$/i, /^quote 2$/i, /^figure 3$/i])
  for (const type of await types.all()) await expect(type).toHaveAttribute('title', /\w/)
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ControlOrMeta+z')
  await expect(figures).toHaveCount(0)
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(figures).toHaveCount(3)
  await window.isSaved()
  await app.close()
  expect(readAnnotations(project).map(({ quote }) => quote[0]?.exact)).toEqual([
    'PORT',
    '20 000',
    'טבעה',
  ])
})

test('tag, fill in and go on without leaving the keys: again, the same speaker, what was before', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({
    'ferry.txt': text,
    'rail.txt': 'Rail\n\n“The tunnel 😡 is dark,” she said.',
  })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.runCommand('Go to the fields after each tag')
  await window.selectWords('“We lost,”')
  await page.keyboard.press('2')
  const speaker = page.getByRole('combobox', { name: 'Speaker' })
  await expect(speaker).toBeFocused()
  await page.keyboard.type('Ana Tor')
  await page.keyboard.press('Tab')
  await page.keyboard.type('said')
  await page.keyboard.press('Tab')
  await page.keyboard.press('d')
  await page.keyboard.press('Enter')
  await expect(window.text).toBeFocused()
  await window.runCommand('Go to the fields after each tag')

  await window.selectWords('“We will go on.”')
  await page.keyboard.press('r')
  await page.keyboard.press('c')
  const quotes = window.cards.getByRole('group', { name: /^Quote: / })
  await expect(quotes).toHaveCount(2)
  await window.selectWords('people')
  await page.keyboard.press('1')
  await page.keyboard.press('b')
  await expect(window.answer).toHaveText('Claimant: Ana Tor')
  await window.selectWords('cars')
  await page.keyboard.press('Shift+R')
  await window.isSaved()
  // Who speaks on in the next article is who spoke in this one.
  await window.openArticle('Rail')
  // Its first line is its title: said once, in the text, and not above it, too.
  await expect(page.getByText('Rail', { exact: true }).and(page.locator('h1'))).toHaveCount(0)
  await expect(window.text.getByText('Rail', { exact: true })).toHaveCSS('font-size', '28px')
  await window.selectWords('“The tunnel 😡 is dark,”')
  await page.keyboard.press('2')
  await page.keyboard.press('b')
  await expect(window.answer).toHaveText('Speaker: Ana Tor')
  await page.keyboard.press('c')
  await window.isSaved()
  await app.close()

  const [source] = readFolder<Source>(project, 'sources')
  expect(readAnnotations(project).map(({ type, attributes }) => [type, attributes])).toEqual([
    ['quote', { speaker: source?.id, cue: 'said', mode: 'direct' }],
    ['quote', { speaker: source?.id, cue: 'said', mode: 'direct' }],
    ['claim', { claimant: source?.id }],
    ['claim', { claimant: source?.id }],
    ['quote', { speaker: source?.id, cue: 'said', mode: 'direct' }],
  ])
})

test('of more than nine types, each is found by typing, those used last first', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': text })
  const file = path.join(project, 'codebook.json')
  // Written by hand, so without the checksum of what was there.
  const { sha256: _, ...codebook } = JSON.parse(fs.readFileSync(file, 'utf8')) as Codebook
  const more = ['Place', 'Person', 'Promise', 'Threat', 'Denial', 'Date', 'Event', 'Source chain']
  const types = more.map((label, index) => ({
    key: label.toLowerCase().replace(' ', '-'),
    label,
    channel: 'underline' as const,
    colour: { light: `#7a4${index.toString()}90`, dark: `#d0a${index.toString()}f0` },
    attributes: [],
  }))
  fs.writeFileSync(file, JSON.stringify({ ...codebook, types: [...codebook.types, ...types] }))
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.selectWords('Kesmir')
  await expect(window.toolbar.getByRole('button')).toHaveCount(10)
  // At the words: above or below them, with nothing but a line between.
  const isAtWords = async (floating: Locator): Promise<void> => {
    const words = await window.placeOf('Kesmir')
    await expect
      .poll(async () => {
        const { x, y, width, height } = (await floating.boundingBox()) ?? nowhere
        const gap = Math.max(y - words.y, words.y - y - height)
        return { isNear: gap > 0 && gap < 60, isOver: words.x >= x && words.x <= x + width }
      })
      .toEqual({ isNear: true, isOver: true })
  }
  await isAtWords(window.toolbar)
  await page.keyboard.press('t')
  const picker = page.getByRole('dialog', { name: 'Tag with a type' })
  await isAtWords(picker)
  await expect(picker.getByRole('option')).toHaveCount(11)
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.type('plac')
  await expect(picker.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(window.card('Place', 'Kesmir')).toBeVisible()
  await expect(window.text).toBeFocused()
  await window.selectWords('cars')
  await page.keyboard.press('t')
  await expect(picker.getByRole('option').first()).toHaveText('Place')
  await page.keyboard.press('Escape')
  await expect(picker).toHaveCount(0)
  await expect.poll(window.selectedText).toBe('cars')
  await page.keyboard.press('t')
  await page.keyboard.press('Enter')
  // So many lines cannot all differ: the codebook says which two are alike, on which paper.
  await window.runCommand('Edit the codebook')
  const dialog = window.dialog('Codebook')
  await dialog.getByRole('button', { name: 'Denial' }).click()
  await expect(dialog.getByText(/may take it for Place, which is drawn/)).toHaveCount(2)
  await page.keyboard.press('Escape')
  await window.isSaved()
  await app.close()
  expect(readAnnotations(project).map(({ type, quote }) => [type, quote[0]?.exact])).toEqual([
    ['place', 'Kesmir'],
    ['place', 'cars'],
  ])
})

test('one key hides all marks, types can be hidden, and a key walks through nested ones', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': text })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  const nested = [
    ['Figure', '20 000', '3'],
    ['Claim', '20 000 people', '1'],
    ['Quote', 'Some 20 000 people and 40 %', '2'],
  ] as const
  for (const [, words, key] of nested) {
    await window.selectWords(words)
    await page.keyboard.press(key)
  }
  const { marks } = window
  const current = window.cards.locator('[aria-current="true"]')
  await window.pressWords('000')
  await expect(current).toHaveAttribute('aria-label', /^Figure/)
  for (const type of [/^Claim/, /^Quote/, /^Figure/]) {
    await page.keyboard.press('o')
    await expect(current).toHaveAttribute('aria-label', type)
  }
  // The pointer means the shortest one, too.
  const { x, y } = await window.placeOf('000')
  await page.mouse.move(x, y)
  for (const [type, words] of nested)
    if (type === 'Figure')
      await expect(window.card(type, words)).toHaveAttribute('data-hovered', '')
    else await expect(window.card(type, words)).not.toHaveAttribute('data-hovered')
  await page.keyboard.press('h')
  await expect(marks).toHaveCount(0)
  await expect(window.cards.getByRole('group')).toHaveCount(0)
  await page.keyboard.press('h')
  await expect(window.cards.getByRole('group')).toHaveCount(3)

  await page.getByRole('button', { name: 'Marks: all are shown' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Figure' }).click()
  await page.keyboard.press('Escape')
  await expect(window.cards.getByRole('group')).toHaveCount(2)
  await window.pressWords('000')
  await expect(current).toHaveAttribute('aria-label', /^Claim/)
  await window.selectWords('40 %')
  await page.keyboard.press('3')
  await expect(window.cards.getByRole('group')).toHaveCount(4)
  await window.isSaved()
  await app.close()
  expect(readAnnotations(project)).toHaveLength(4)
})

test('done and next article by one key, with a stop where a required value is missing', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'a-ferry.txt': text, 'b-train.txt': 'A train stopped.\n' })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.selectWords('“We lost,”')
  await page.keyboard.press('2')
  await window.selectWords('20 000')
  await page.keyboard.press('3')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(window.answer).toContainText('The speaker of this quote is missing, and 1 more')
  await expect(page.getByRole('combobox', { name: 'Speaker' })).toBeFocused()
  await page.keyboard.type('Ana Tor')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(window.answer).toContainText('The value of this figure is missing.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('textbox', { name: 'Text of A train stopped' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(window.answer).toHaveText('Done. This is the last article of the list')
  await window.isSaved()
  await app.close()
  expect(readFolder<AnnotationsFile>(project, 'annotations').map(({ status }) => status)).toEqual([
    'done',
    'done',
  ])
  expect(readAnnotations(project).map(({ type, attributes }) => [type, attributes])).toEqual([
    ['quote', { speaker: readFolder<Source>(project, 'sources')[0]?.id }],
    ['figure', {}],
  ])
})

test('the line of keys and the counts stand still while keys are pressed, and follow when they rest', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': text })
  const app = await launch({ args: [project] })
  const { page } = app
  const { keyboard } = page
  const window = workbench(page)
  await window.isReady()
  const keys = page.getByRole('contentinfo')
  const counts = window.articles.getByRole('listitem').getByTitle(/^(claim|quote|figure)$/i)
  await keyboard.press('ControlOrMeta+Home')
  await expect(keys).toContainText('⇧→ select')
  const stillFor = await page.evaluateHandle(watchStillness)
  for (const type of ['1', '3', '2']) {
    await keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await keyboard.press(type)
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
  }
  await keyboard.press('Shift+ArrowRight')
  await expect(keys).toContainText('1 claim 2 quote 3 figure')
  await expect(counts).toHaveText([/^1 claim/i, /^1 quote/i, /^1 figure/i])
  const stood = await stillFor.jsonValue()
  expect(stood.keys.length).toBeGreaterThan(0)
  expect(stood.counts.length).toBeGreaterThan(0)
  expect(Math.min(...stood.keys, ...stood.counts)).toBeGreaterThanOrEqual(290)
  // Whoever goes to a field sees at once how it is left.
  await window.pressWords('PORT')
  await keyboard.press('Enter')
  await expect(keys).toContainText('back to the text')
  const later = (await stillFor.jsonValue()).keys.slice(stood.keys.length)
  expect(Math.min(...later)).toBeLessThan(290)
  await window.isSaved()
  await app.close()
  expect(readAnnotations(project).map(({ type }) => type)).toEqual(['claim', 'figure', 'quote'])
})

/** For each change of the line of keys and of the list of articles: how long keys and mouse had rested, in milliseconds. */
function watchStillness(): { readonly keys: number[]; readonly counts: number[] } {
  let pressed = -Infinity
  for (const type of ['keydown', 'pointerdown', 'pointerup'])
    window.addEventListener(type, () => (pressed = performance.now()), true)
  const watch = (element: Element | null | undefined): number[] => {
    if (element === null || element === undefined) throw new Error('Nothing to watch')
    const rests: number[] = []
    new MutationObserver(() => {
      rests.push(performance.now() - pressed)
    }).observe(element, { subtree: true, childList: true, characterData: true, attributes: true })
    return rests
  }
  return {
    keys: watch(
      document.querySelector('footer')?.querySelector('kbd')?.parentElement?.parentElement,
    ),
    counts: watch(document.querySelector('section[aria-label="Articles"] li')),
  }
}
