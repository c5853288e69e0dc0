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
  const drag = async (words: string, whileDown?: () => Promise<void>): Promise<void> => {
    const { first, last } = await findOnScreen(window.text, words)
    await page.mouse.move(first.x + 1, first.y)
    await page.mouse.down()
    await page.mouse.move(last.x - 6, last.y, { steps: 4 })
    await page.mouse.move(last.x - 1, last.y, { steps: 2 })
    await whileDown?.()
    await page.mouse.up()
  }
  const meant = (): Promise<string> =>
    page.evaluate(() =>
      [...(CSS.highlights.get('meant-words') ?? [])]
        .map(range => (range as Range).toString())
        .join(),
    )

  await drag('eople 😡, or 4', async () => {
    await expect.poll(meant).toBe('people 😡, or 40 %')
  })
  expect(await meant()).toBe('')
  expect(await window.selectedText()).toBe('people 😡, or 40 %')
  await page.keyboard.press('1')
  await page.keyboard.down('Shift')
  await drag('000 peop')
  await page.keyboard.up('Shift')
  expect(await window.selectedText()).toBe('000 peop')
  await page.keyboard.press('3')
  await drag('“We lost,”')
  await page.keyboard.press('2')
  await drag('עבורת')
  await page.keyboard.press('1')

  const press = async (words: string, presses: number): Promise<void> => {
    const { first } = await findOnScreen(window.text, words)
    await page.mouse.click(first.x + 3, first.y, { clickCount: presses })
  }
  await press('000 people', 2)
  expect(await window.selectedText()).toBe('20 000')
  await press('forces', 3)
  expect(await window.selectedText()).toMatch(/^Mr\. Smith .* were safe$/)
  await press('left', 4)
  expect(await window.selectedText()).toMatch(/^Mr\. Smith .* Rene\u0301e left$/)

  await window.runCommand('Select whole words or exact characters')
  await window.text.focus()
  await drag('sank of')
  expect(await window.selectedText()).toBe('sank of')
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
