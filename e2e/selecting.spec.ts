import { expect, test } from './app'
import { readAnnotations } from './project-files'
import { findOnScreen } from './window/words'
import { workbench } from './window/workbench'

const text = [
  'PORT VELL, March 14. A ferry sank off Kesmir.',
  '',
  'Mr. Smith told U.S. forces that 20 000 people 😡, or 40 %, were safe. “We lost,” he said. Rene\u0301e left.',
  '',
  'המעבורת טבעה בלילה.',
  '',
].join('\n')

test('the mouse selects whole words, with Shift exact characters, and sentences by more presses', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': text })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  const meant = (): Promise<string> =>
    page.evaluate(() =>
      [...(CSS.highlights.get('meant-words') ?? [])]
        .map(range => (range as Range).toString())
        .join(),
    )

  // As a person would: when the page moved under the mouse, select once more.
  const drag = async (words: string, selected: string, preview: string): Promise<void> => {
    await expect(async () => {
      const { first, last } = await findOnScreen(window.text, words)
      await page.mouse.move(first.x + 1, first.y)
      await page.mouse.down()
      await page.mouse.move(last.x - 6, last.y, { steps: 4 })
      await page.mouse.move(last.x - 1, last.y, { steps: 2 })
      await page.evaluate(() => new Promise(requestAnimationFrame))
      const shown = await meant()
      await page.mouse.up()
      expect([shown, await window.selectedText()]).toEqual([preview, selected])
    }).toPass({ timeout: 10_000 })
    expect(await meant()).toBe('')
  }
  const press = async (words: string, presses: number, selected: RegExp): Promise<void> => {
    await expect(async () => {
      const { first } = await findOnScreen(window.text, words)
      await page.mouse.click(first.x + 3, first.y, { clickCount: presses })
      expect(await window.selectedText()).toMatch(selected)
    }).toPass({ timeout: 10_000 })
  }

  await drag('eople 😡, or 4', 'people 😡, or 40 %', 'people 😡, or 40 %')
  await page.keyboard.press('1')
  await page.keyboard.down('Shift')
  await drag('000 peop', '000 peop', '')
  await page.keyboard.up('Shift')
  await page.keyboard.press('3')
  await drag('“We lost,”', '“We lost,”', '“We lost,”')
  await page.keyboard.press('2')
  await drag('עבורת', 'המעבורת', 'המעבורת')
  await page.keyboard.press('1')

  await press('000 people', 2, /^20 000$/)
  await press('forces', 3, /^Mr\. Smith .* were safe$/)
  await press('left', 4, /^Mr\. Smith .* Rene\u0301e left$/)

  await window.runCommand('Select whole words or exact characters')
  await window.text.focus()
  // The toolbar at what is selected lies over the words.
  await page.keyboard.press('ArrowRight')
  await expect(window.toolbar).toHaveCount(0)
  await drag('sank of', 'sank of', '')
  await window.isSaved()
  await app.close()
  expect(readAnnotations(project).map(({ quote }) => quote[0]?.exact)).toEqual([
    '000 peop',
    'people 😡, or 40 %',
    '“We lost,”',
    'המעבורת',
  ])
})

test('a key selects the word, up to the next punctuation, the sentence and the paragraph, and back', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': text })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.selectWords('told')
  await page.keyboard.press('ArrowLeft')
  const grown = ['told', 'told U.S. forces that 20 000 people 😡']
  for (const words of grown) {
    await page.keyboard.press('w')
    await expect.poll(window.selectedText).toBe(words)
  }
  await page.keyboard.press('w')
  await expect.poll(window.selectedText).toMatch(/^Mr\. Smith .* were safe$/)
  await page.keyboard.press('w')
  await expect.poll(window.selectedText).toMatch(/Rene\u0301e left$/)
  await page.keyboard.press('w')
  await expect(window.answer).toHaveText('The whole paragraph is selected')
  for (const words of [/were safe$/, grown[1] ?? '', grown[0] ?? '']) {
    await page.keyboard.press('Shift+W')
    await expect.poll(window.selectedText).toMatch(words)
  }
  await page.keyboard.press('w')
  await page.keyboard.press('1')
  await window.isSaved()
  await app.close()
  expect(readAnnotations(project).map(({ quote }) => quote[0]?.exact)).toEqual([grown[1]])
})

test('the boundaries of an annotation move by keyboard and by handles, each in one step of undo', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': text })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  const claims = window.cards.getByRole('group', { name: /^Claim: / })
  await window.selectWords('people')
  await page.keyboard.press('1')
  await expect(claims).toHaveCount(1)

  await page.keyboard.press('e')
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await expect.poll(window.selectedText).toBe('people 😡')
  await page.keyboard.press('s')
  await page.keyboard.press('ControlOrMeta+ArrowLeft')
  await expect.poll(window.selectedText).toBe('000 people 😡')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ControlOrMeta+ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(window.card('Claim', '20 000 people 😡')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(window.card('Claim', 'people')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(window.card('Claim', '20 000 people 😡')).toBeVisible()

  await page.keyboard.press('e')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')
  await expect(window.answer).toHaveText('Left as it was')
  await page.keyboard.press('1')
  await expect(window.answer).toHaveText('Select words first')

  await window.pressWords('people')
  const handle = page.locator('[data-boundary="end"]')
  const from = await handle.boundingBox()
  const to = await findOnScreen(window.text, 'safe')
  if (from === null) throw new Error('There is no handle at the end')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height + 3)
  await page.mouse.down()
  await page.mouse.move(to.first.x - 40, to.first.y, { steps: 3 })
  await page.mouse.move(to.first.x + 8, to.first.y, { steps: 3 })
  await expect.poll(window.selectedText).toBe('20 000 people 😡, or 40 %, were safe')
  await page.mouse.up()
  await expect(window.card('Claim', '20 000 people 😡, or 40 %, were safe')).toBeVisible()
  await window.isSaved()

  // A drag that the system breaks off leaves everything as it was.
  await window.pressWords('people')
  const back = await handle.boundingBox()
  if (back === null) throw new Error('There is no handle at the end any more')
  await page.mouse.move(back.x + back.width / 2, back.y + back.height + 3)
  await page.mouse.down()
  await page.mouse.move(back.x - 90, back.y, { steps: 3 })
  await expect.poll(window.selectedText).not.toBe('20 000 people 😡, or 40 %, were safe')
  await page.evaluate(() => dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1 })))
  await expect(window.answer).toHaveText('Left as it was')
  await page.mouse.up()
  await app.close()
  expect(readAnnotations(project).map(({ quote }) => quote[0]?.exact)).toEqual([
    '20 000 people 😡, or 40 %, were safe',
  ])
})

test('the line of the caret stays where it can be read in a long article', async ({
  launch,
  projectWith,
}) => {
  const paragraphs = Array.from(
    { length: 60 },
    (_, at) => `Paragraph ${at.toString()}. It was safe.`,
  )
  const app = await launch({ args: [projectWith({ 'long.txt': paragraphs.join('\n\n') })] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  const room = (): Promise<{ above: number; below: number }> =>
    page.evaluate(() => {
      const caret = getSelection()?.getRangeAt(0).getClientRects()[0] ?? new DOMRect()
      const frame = document.querySelector('[data-scroll]')?.getBoundingClientRect() ?? caret
      return { above: caret.top - frame.top, below: frame.bottom - caret.bottom }
    })
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowDown')
  expect((await room()).below).toBeGreaterThanOrEqual(100)

  // Tagging and hiding leave the page where it is.
  const scrolled = (): Promise<number> =>
    page.evaluate(() => document.querySelector('[data-scroll]')?.scrollTop ?? 0)
  const before = await scrolled()
  expect(before).toBeGreaterThan(100)
  for (const key of ['w', '1', 'b', 'h', 'h']) {
    await page.keyboard.press(key)
    expect(await scrolled(), key).toBe(before)
  }
  await window.isSaved()
  expect(await scrolled()).toBe(before)
  // Wherever the words can be read, undo, redo and the way into a card and back leave them there.
  const card = window.card('Claim', 'Paragraph')
  const showAt = (part: number): Promise<void> =>
    page.evaluate(part => {
      const scroller = document.querySelector('[data-scroll]')
      const caret = getSelection()?.getRangeAt(0).getClientRects()[0]
      if (scroller === null || caret === undefined) throw new Error('No caret')
      const { top, height } = scroller.getBoundingClientRect()
      scroller.scrollTop += caret.top - top - part * height
    }, part)
  for (const part of [0.03, 0.4, 0.93]) {
    await showAt(part)
    const there = await scrolled()
    for (const key of ['ControlOrMeta+z', 'ControlOrMeta+Shift+z', 's', 'Escape', 'Enter']) {
      await page.keyboard.press(key)
      await page.evaluate(() => new Promise(requestAnimationFrame))
      expect(await scrolled(), `${key} at ${part.toString()}`).toBe(there)
    }
    await expect(card.getByRole('combobox', { name: 'Claimant' })).toBeFocused()
    await expect(card.getByRole('textbox', { name: 'Note' })).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
    await expect(window.text).toBeFocused()
    expect(await scrolled(), part.toString()).toBe(there)
  }
  // What is undone elsewhere is shown.
  await page.evaluate(() => document.querySelector('[data-scroll]')?.scrollTo(0, 0))
  await page.keyboard.press('ControlOrMeta+z')
  await expect(window.answer).toHaveText(/^Undid/)
  await expect.poll(async () => (await room()).above).toBeGreaterThan(0)
  await expect.poll(async () => (await room()).below).toBeGreaterThan(0)
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowUp')
  expect((await room()).above).toBeGreaterThanOrEqual(80)
})
