import type { App } from './app'
import { expect, test } from './app'
import { readAnnotations, readFolder } from './project-files'
import { trapsText } from './traps'
import type { Workbench } from './window/workbench'
import { workbench } from './window/workbench'
import { pressQuickly } from './window/quick-keys'
import type { AnnotationsFile } from '../shared/project/files'

/** What every annotation on disk says: its type and its words, in the order of the text. */
function taggedWords(project: string): [string, string][] {
  return readAnnotations(project)
    .toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
    .map(({ type, quote }) => [type, quote.map(({ exact }) => exact).join(' … ')])
}

async function openIn(app: App): Promise<Workbench> {
  const window = workbench(app.page)
  await window.isReady()
  return window
}

test('by mouse: words are dragged over and tagged, and a press on nested words opens the shortest', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = await openIn(app)
  const quote = '“We counted 1,450 passengers,”'
  for (const { words, button } of [
    { words: quote, button: 'Quote 2' },
    { words: 'counted 1,450 passengers', button: 'Claim 1' },
    { words: '1,450 passengers', button: 'Figure 3' },
    // The same again: exact duplicates are two annotations.
    { words: '1,450 passengers', button: 'Figure 3' },
  ]) {
    await window.dragWords(words)
    await expect(window.toolbar.getByRole('button')).toHaveText([/^Claim/, /^Quote/, /^Figure/])
    await window.toolbar.getByRole('button', { name: button }).click()
    await expect(window.toolbar).toHaveCount(0)
    await expect(window.text).toBeFocused()
  }
  const open = window.cards.locator('[aria-current="true"]')
  const words = async () => (await open.getAttribute('aria-label')) ?? ''
  for (const { on, card } of [
    { on: '1,450', card: 'Figure: 1,450 passengers' },
    { on: 'counted', card: 'Claim: counted 1,450 passengers' },
    { on: 'We', card: `Quote: ${quote}` },
  ]) {
    await window.pressWords(on)
    await expect.poll(words).toBe(card)
  }
  await window.pressWords('lifeboat')
  await expect(open).toHaveCount(0)

  await page.getByRole('button', { name: 'List of annotations' }).click()
  const rows = window.list.getByRole('listbox').getByRole('option')
  await expect(rows).toHaveCount(4)
  for (const index of [2, 3]) {
    await rows.nth(index).click()
    await expect(rows.nth(index)).toHaveAttribute('aria-current', 'true')
    await expect(window.text).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(rows).toHaveCount(3)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(rows).toHaveCount(4)
  }
  await window.list.getByRole('button', { name: 'Figure', exact: true }).click()
  await expect(rows).toHaveCount(2)
  await window.isSaved()
  await app.close()
  expect(taggedWords(project)).toEqual([
    ['quote', quote],
    ['claim', 'counted 1,450 passengers'],
    ['figure', '1,450 passengers'],
    ['figure', '1,450 passengers'],
  ])
})

test('every kind of field on a card is filled in by keyboard and is on the disk afterwards', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const app = await launch({ args: [project] })
  const { page } = app
  const { press, type } = page.keyboard
  const keys = async (...all: readonly string[]) => {
    for (const key of all) await press.call(page.keyboard, key)
  }
  const write = (words: string) => type.call(page.keyboard, words)
  const window = await openIn(app)
  const passengers = window.card('Figure', '1,450 passengers')
  await window.selectWords('1,450 passengers')
  await keys('3', 'Enter')
  await expect(passengers.getByRole('textbox', { name: 'Value' })).toBeFocused()
  await write('1,600')
  await keys('Tab')
  // Digits typed into a field are text: they tag nothing.
  await write('1 2 3')
  await keys('Tab')
  await write('people on board')
  await keys('Tab', 'ArrowRight', 'ArrowRight')
  await expect(passengers.getByRole('radio', { name: 'about' })).toBeChecked()
  await keys('Tab', 'c', 'Tab')
  await write('2031-03')
  await keys('Escape')
  await expect(window.text).toBeFocused()
  await keys('n')
  await expect(passengers.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await write('twice as many')
  await keys('Enter')
  await write('as in 1')
  await keys('ControlOrMeta+Enter')
  await expect(window.text).toBeFocused()

  const dead = window.card('Figure', '14 dead')
  const value = dead.getByRole('textbox', { name: 'Value' })
  const asOf = dead.getByRole('textbox', { name: 'As of' })
  await window.selectWords('14 dead')
  await keys('3', 'Enter')
  await write('many')
  await keys('Enter')
  await expect(dead.getByRole('alert')).toHaveText(
    'Write the number alone: 1600, 4.5 million or 10-20.',
  )
  await expect(value).toBeFocused()
  await expect(value).toHaveAttribute('aria-invalid', 'true')
  await value.fill('10-20')
  await asOf.fill('2031-02-30')
  await keys('Enter')
  await expect(dead.getByRole('alert')).toHaveText('There is no day 30 in that month.')
  await keys('Escape')
  await expect(window.text).toBeFocused()
  await keys('Escape')
  await expect(asOf).toHaveCount(0)
  // What could not be read is not thrown away: it waits where it was typed.
  await window.pressWords('14 dead')
  await expect(asOf).toHaveValue('2031-02-30')
  await expect(value).toHaveValue('10–20')

  await window.selectWords('“at least 19”')
  await keys('2', 'Enter')
  await write('Ministry of Ports')
  await keys('Tab')
  await write('spoke of')
  await keys('Escape')
  const quote = window.card('Quote', '“at least 19”')
  await quote.getByRole('radio', { name: 'direct', exact: true }).click()
  await window.selectWords('The ferry was “safe in May”')
  await keys('1', 'Enter')
  await write('minis')
  await expect(page.getByRole('option', { name: 'Ministry of Ports' })).toBeVisible()
  await keys('Enter')
  await expect(window.text).toBeFocused()
  // Closed in the middle of a word: what is typed is kept, too.
  await keys('n')
  await write('ask again')
  await app.close()

  const [source, ...others] = readFolder<{ id: string; name: string }>(project, 'sources')
  expect(others).toEqual([])
  expect(source?.name).toBe('Ministry of Ports')
  const kept = Object.fromEntries(
    readAnnotations(project).map(({ type, quote: [words], attributes, note }) => [
      `${type} ${words?.exact ?? ''}`,
      { attributes, note },
    ]),
  )
  expect(kept).toEqual({
    'figure 1,450 passengers': {
      attributes: {
        value: { min: '1600', max: '1600' },
        unit: '1 2 3',
        counted: 'people on board',
        qualifier: 'about',
        kind: 'count',
        'as-of': '2031-03',
      },
      note: 'twice as many\nas in 1',
    },
    'figure 14 dead': { attributes: { value: { min: '10', max: '20' } }, note: undefined },
    'quote “at least 19”': {
      attributes: { speaker: source?.id, cue: 'spoke of', mode: 'direct' },
      note: undefined,
    },
    'claim The ferry was “safe in May”': {
      attributes: { claimant: source?.id },
      note: 'ask again',
    },
  })
})

test('keys walk through overlapping annotations, refuse to tag nothing, delete and bring back', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = await openIn(app)
  for (const key of ['1', '2', '3']) {
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press(key)
    await expect(window.answer).toHaveText('Select words first')
  }
  await expect(window.cards.getByRole('group')).toHaveCount(0)

  for (const [words, key] of [
    ['was “safe in May” 😡', '1'],
    ['The ferry was “safe', '2'],
    ['המעבורת טבעה בלילה.', '1'],
    ['😡😡', '3'],
  ] as const) {
    await window.selectWords(words)
    await page.keyboard.press(key)
  }
  const open = window.cards.locator('[aria-current="true"]')
  const inOrder = [
    'Quote: The ferry was “safe',
    'Claim: was “safe in May” 😡',
    'Claim: המעבורת טבעה בלילה.',
    'Figure: 😡😡',
  ]
  await page.keyboard.press('ControlOrMeta+Home')
  for (const name of inOrder) {
    await page.keyboard.press(']')
    await expect(open).toHaveAttribute('aria-label', name)
  }
  await page.keyboard.press('Alt+ArrowDown')
  await expect(window.answer).toHaveText('No annotation after this')
  for (const name of inOrder.toReversed().slice(1)) {
    await page.keyboard.press('Alt+ArrowUp')
    await expect(open).toHaveAttribute('aria-label', name)
  }
  await page.keyboard.press('Delete')
  await expect(window.card('Quote', 'The ferry was “safe')).toHaveCount(0)
  await expect(window.answer).toHaveText('Deleted the quote')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(open).toHaveAttribute('aria-label', 'Quote: The ferry was “safe')
  await page.keyboard.press('ControlOrMeta+y')
  await expect(window.card('Quote', 'The ferry was “safe')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await window.isSaved()
  await app.close()
  expect(taggedWords(project)).toEqual([
    ['quote', 'The ferry was “safe'],
    ['claim', 'was “safe in May” 😡'],
    ['claim', 'המעבורת טבעה בלילה.'],
    ['figure', '😡😡'],
  ])
})

test('in a narrow window the card in focus floats at its words and is filled in there', async ({
  launch,
  projectWith,
}) => {
  const shut = '\n\nThe harbour was shut.'.repeat(30)
  const project = projectWith({
    'ferry.txt': `${trapsText}${shut}\n\nNobody saw it.${shut}`,
  })
  const app = await launch({ args: [project], size: { width: 1000, height: 700 } })
  const { page } = app
  const window = await openIn(app)
  await window.selectWords('14 dead')
  await page.keyboard.press('3')
  const card = window.card('Figure', '14 dead')
  await expect(card).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('14')
  await page.keyboard.press('Tab')
  await page.keyboard.type('people')
  await page.keyboard.press('Escape')
  await expect(window.text).toBeFocused()
  await expect(card).toContainText('14 · people')
  await window.dragWords('Rescuers spoke of 14')
  await window.toolbar.getByRole('button', { name: 'Claim 1' }).click()
  await expect(window.card('Claim', 'Rescuers spoke of 14')).toBeVisible()
  await expect(card).toHaveCount(0)
  await window.pressWords('dead')
  await expect(card).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(card).toHaveCount(0)
  for (const key of ['z', 'z', 'z', 'z', 'Shift+z', 'Shift+z', 'Shift+z'])
    await page.keyboard.press(`ControlOrMeta+${key}`)
  await window.isSaved()

  // Low in the window the card goes above its words: all of its fields are seen, and the words, too.
  await page.setViewportSize({ width: 1000, height: 560 })
  await window.selectWords('Nobody saw it')
  const wordsTop = (): Promise<number> =>
    page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? NaN)
  await page.evaluate(
    top => {
      const scroller = document.querySelector('[data-scroll]')
      if (scroller === null) throw new Error('There is no text')
      scroller.scrollTop += top - scroller.getBoundingClientRect().bottom + 170
    },
    await wordsTop(),
  )
  const there = await wordsTop()
  expect(there).toBeGreaterThan(300)
  await page.keyboard.press('1')
  const low = window.card('Claim', 'Nobody saw it')
  await expect(low).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(low.getByRole('combobox', { name: 'Claimant' })).toBeFocused()
  const bottom = async (): Promise<number> => {
    const { y, height } = (await low.boundingBox()) ?? { y: NaN, height: NaN }
    return y + height
  }
  await expect.poll(bottom).toBeLessThanOrEqual(there)
  await page.keyboard.press('Escape')
  await window.isSaved()
  await app.close()
  expect(taggedWords(project)).toEqual([
    ['claim', 'Rescuers spoke of 14'],
    ['figure', '14 dead'],
    ['claim', 'Nobody saw it'],
  ])
})

test('find counts, walks around the ends and leaves the hit selected', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = await openIn(app)
  const field = page.getByRole('textbox', { name: 'Find' })
  const hits = page.getByRole('status', { name: 'Hits' })
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('THE')
  await expect(hits).toHaveText('1 of 4')
  for (const [key, count] of [
    ['Enter', '2 of 4'],
    ['F3', '3 of 4'],
    ['ControlOrMeta+g', '4 of 4'],
    ['Enter', '1 of 4'],
    ['Shift+Enter', '4 of 4'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(hits).toHaveText(count)
  }
  await field.fill('nowhere')
  await expect(hits).toHaveText('Not found')
  await field.fill('טבעה')
  await expect(hits).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expect(window.text).toBeFocused()
  expect(await window.selectedText()).toBe('טבעה')
  // Selected words are what the next search begins with.
  await page.keyboard.press('ControlOrMeta+f')
  await expect(field).toHaveValue('טבעה')
  await field.fill('😡')
  await expect(hits).toHaveText('2 of 3')
  await page.keyboard.press('Escape')
  await page.keyboard.press('3')
  await expect(window.card('Figure', '😡')).toBeVisible()
  await window.isSaved()
  await app.close()
  expect(taggedWords(project)).toEqual([['figure', '😡']])
})

test('undo is one for the whole project: it opens the other article and says so, also after a restart', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({
    'one.md': '# Harbour\n\nThe ferry left at nine.\n',
    'two.md': '# Ministry\n\nNobody was on watch.\n',
  })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = await openIn(app)
  const shown = (title: string) => page.getByRole('textbox', { name: `Text of ${title}` })
  await window.openArticle('Harbour')
  await window.selectWords('left at nine')
  await page.keyboard.press('1')
  await window.openArticle('Ministry')
  await window.selectWords('Nobody')
  await page.keyboard.press('2')
  await window.articleMenu('Ministry', 'In progress')
  await window.text.focus()

  await page.keyboard.press('ControlOrMeta+z')
  await expect(window.answer).toHaveText('Undid: mark the article as in progress')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(window.card('Quote', 'Nobody')).toHaveCount(0)
  await expect(shown('Ministry')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(shown('Harbour')).toBeVisible()
  await expect(page.getByText('Undid: tag as claim in Harbour')).toBeVisible()
  await expect(window.card('Claim', 'left at nine')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(window.answer).toHaveText('Nothing to undo')
  for (const [step, title] of [
    ['Redid: tag as claim', 'Harbour'],
    ['Redid: tag as quote', 'Ministry'],
    ['Redid: mark the article as in progress', 'Ministry'],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(window.answer).toHaveText(step)
    await expect(shown(title)).toBeVisible()
  }
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(window.answer).toHaveText('Nothing to redo')
  await window.isSaved()
  await app.close()
  expect(taggedWords(project)).toHaveLength(2)

  const again = await launch({ args: [project], userData: app.userData })
  const reopened = await openIn(again)
  for (let step = 0; step < 3; step += 1) await again.page.keyboard.press('ControlOrMeta+z')
  await expect(again.page.getByText('Undid: tag as claim in Harbour').first()).toBeVisible()
  await again.page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(reopened.card('Claim', 'left at nine')).toBeVisible()
  await reopened.isSaved()
  await again.close()
  expect(taggedWords(project)).toEqual([['claim', 'left at nine']])
  const states = readFolder<AnnotationsFile>(project, 'annotations').map(({ status }) => status)
  expect(states).toEqual(states.map(() => 'new'))
})

test('however quickly keys follow each other, they mean what is selected when they are pressed', async ({
  launch,
  projectWith,
}) => {
  const words = Array.from({ length: 120 }, (_, index) => `word${index.toString()}`)
  const project = projectWith({ 'words.txt': `alpha ${words.join(' ')} alpha` })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = await openIn(app)
  // What is selected on the screen at the moment of each key, in a window that has its hands full.
  await page.evaluate(() => {
    const holder = globalThis as { selectedAtKeys?: string[] }
    const selected: string[] = (holder.selectedAtKeys = [])
    globalThis.addEventListener(
      'keydown',
      ({ key }) => {
        if (/^[123]$/.test(key)) selected.push(`${key} ${String(getSelection()).trim()}`)
      },
      true,
    )
    setInterval(() => {
      const until = performance.now() + 12
      while (performance.now() < until);
    }, 15)
  })
  await page.keyboard.press('ControlOrMeta+Home')
  const rounds = Array.from({ length: 40 }, (_, round) => [
    ...Array.from({ length: (round % 3) + 1 }, () => 'Control+Shift+ArrowRight'),
    ((round % 3) + 1).toString(),
  ])
  await pressQuickly(page, rounds.flat())
  await expect.poll(() => window.cards.getByRole('group').count()).toBeGreaterThan(0)
  for (let round = 0; round < 3; round += 1) {
    // To the start, find, type, leave with the hit selected, tag: each time the first “alpha”.
    await pressQuickly(page, ['Control+Home', 'Control+f', ...'alpha'.split(''), 'Escape', '2'])
    await expect(window.card('Quote', 'alpha')).toHaveCount(round + 1)
  }
  await window.isSaved()
  const selected = await page.evaluate(
    () => (globalThis as { selectedAtKeys?: string[] }).selectedAtKeys,
  )
  await app.close()
  const keys: Readonly<Record<string, string>> = { claim: '1', quote: '2', figure: '3' }
  const made = readAnnotations(project).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(made.map(({ type, quote }) => `${keys[type] ?? ''} ${quote[0]?.exact ?? ''}`)).toEqual(
    selected,
  )
  expect(selected).toHaveLength(43)
  expect(made.slice(40).map(({ spans }) => spans[0]?.start)).toEqual([0, 0, 0])
})
