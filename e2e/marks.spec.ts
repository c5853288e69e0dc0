import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { detailsOf } from './window/details'
import { workbench } from './window/workbench'

/** Bold words, a link, an emoji, a heading, a list, Hebrew in English and English in Hebrew, Korean. */
const article = [
  '# Bridge closed after the flood',
  '',
  'The council said that **some 1,600 people** and [their animals](https://example.org/a) left the lower town 🌊 before the water came, and that nobody would go back before the wall was mended and looked at once more.',
  '',
  '- The dam held for nine hours.',
  '- The road to the harbour did not.',
  '',
  'המועצה הודיעה שכל התושבים יצאו מהעיר לפני 22:40 והגשר Oravna נסגר לתנועה עד להודעה חדשה של המהנדסים.',
  '',
  'The sign said “הגשר סגור” and nothing else.',
  '',
  '구조대는 밤새 수색을 계속했지만 파도가 높아 헬리콥터가 뜨지 못했다. 주민들은 다리가 고쳐질 때까지 돌아오지 않겠다고 했다.',
  '',
  ...Array.from(
    { length: 60 },
    (_, at) =>
      `Paragraph ${at.toString()} says what was said before, in words that go over the end of the line so that it breaks somewhere.\n`,
  ),
].join('\n')

const marked = [
  ['Bridge closed', '1'],
  ['some 1,600 people and their animals left', '2'],
  ['1,600 people', '3'],
  ['animals left the lower town 🌊 before the water came, and that nobody', '1'],
  ['held for nine hours', '3'],
  ['שכל התושבים יצאו', '2'],
  ['לפני 22:40 והגשר Oravna נסגר', '1'],
  ['said “הגשר סגור” and', '2'],
  ['파도가 높아 헬리콥터가 뜨지 못했다. 주민들은 다리가 고쳐질 때까지', '1'],
  ['Paragraph 0 says what was said before, in words that go over the end of the line', '1'],
] as const

/** Far enough for a box around a figure and the line under a claim, nearer than the next word or line. */
const nearPx = { sides: 4, above: 8, below: 12 }

/**
 * How far each mark is from its words, in CSS pixels: what stands out of the words' own boxes on each side,
 * and what the mark leaves out of them; for the worst of all marks.
 */
async function marksOffTheirWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(near => {
    const text = document.querySelector('[role="textbox"][aria-label^="Text of"]')
    if (text === null) throw new Error('There is no text')
    const nodes: { readonly node: Text; readonly start: number }[] = []
    let whole = ''
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      nodes.push({ node, start: whole.length })
      whole += node.data
    }
    const boxOf = (rects: readonly DOMRect[]) => ({
      left: Math.min(...rects.map(rect => rect.left)),
      right: Math.max(...rects.map(rect => rect.right)),
      top: Math.min(...rects.map(rect => rect.top)),
      bottom: Math.max(...rects.map(rect => rect.bottom)),
    })
    const wordsOf = (id: string): string | undefined => {
      const card = document.querySelector(`[data-annotation="${id}"]`)
      return (
        card?.getAttribute('data-words') ??
        card?.querySelector('[dir="auto"]')?.textContent ??
        undefined
      )
    }
    const rectsOf = (words: string): DOMRect[] => {
      const start = whole.indexOf(words)
      if (start === -1) throw new Error(`Not in the text: ${words}`)
      const end = start + words.length
      return nodes.flatMap(({ node, start: from }) => {
        if (from >= end || from + node.length <= start) return []
        const range = document.createRange()
        range.setStart(node, Math.max(0, start - from))
        range.setEnd(node, Math.min(node.length, end - from))
        return [...range.getClientRects()].filter(({ width }) => width > 0)
      })
    }
    const off: string[] = []
    const marks = [...document.querySelectorAll<SVGPathElement>('[data-mark]')]
    for (const mark of marks) {
      const words = wordsOf(mark.dataset['mark'] ?? '')
      if (words === undefined) {
        // Cards come with the frame after the marks.
        off.push('a mark without its card')
        continue
      }
      const rects = rectsOf(words)
      const wanted = boxOf(rects)
      const drawn = mark.getBoundingClientRect()
      const isEdge = mark.classList.contains('mark-edge')
      const isUnderline = mark.classList.contains('mark-underline')
      const differences = {
        left: wanted.left - drawn.left,
        right: drawn.right - wanted.right,
        above: wanted.top - drawn.top,
        below: drawn.bottom - wanted.bottom,
      }
      const isNear =
        Math.abs(differences.left) <= near.sides &&
        Math.abs(differences.right) <= near.sides &&
        differences.above <= near.above &&
        (isUnderline || differences.above >= -near.above) &&
        Math.abs(differences.below) <= near.below
      if (!isEdge && !isNear)
        off.push(`${mark.getAttribute('class') ?? ''} “${words}”: ${JSON.stringify(differences)}`)
    }
    if (marks.length < 10) off.push(`only ${marks.length.toString()} marks`)
    return off
  }, nearPx)
}

test('marks stand on their words: in every kind of text, after every change of the window', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'bridge.md': article })] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  for (const [words, key] of marked) {
    await window.selectWords(words)
    await page.keyboard.press(key)
  }
  await window.isSaved()
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(window.marks).toHaveCount(marked.length)
  const stand = async (): Promise<void> => {
    await expect.poll(() => marksOffTheirWords(page)).toEqual([])
  }
  await stand()

  // No mark moves a word: the lines are those of the bare text.
  const lines = () =>
    window.text.evaluate(element => {
      const range = document.createRange()
      range.selectNodeContents(element.querySelectorAll('p')[0] ?? element)
      return [...range.getClientRects()].map(({ top, right }) => [top, right].map(Math.round))
    })
  const withMarks = await lines()
  await page.keyboard.press('h')
  await expect(window.marks).toHaveCount(0)
  expect(await lines()).toEqual(withMarks)
  await page.keyboard.press('h')
  await stand()

  const resize = (width: number, height: number) =>
    app.electron.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
      },
      { width, height },
    )
  // Wide enough for cards, narrower text: lines break elsewhere.
  await resize(1210, 700)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1210)
  await stand()
  // As wide as a window gets: the column stays one that is read, its cards stay beside it, at their lines.
  await resize(2560, 1300)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(2560)
  await stand()
  const places = await page.evaluate(() => {
    const boxOf = (selector: string) =>
      document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
    const page = boxOf('[data-scroll]')
    const column = boxOf('[role="textbox"][aria-label^="Text of"]')
    const card = boxOf('section[aria-label="Annotations"] [data-annotation]')
    return {
      columnWidth: column.width,
      toCard: card.left - column.right,
      offLine: Math.abs(card.top - boxOf('[role="textbox"] h1').top),
      offMiddle: Math.abs(column.left - page.left - (page.right - card.right)),
      scrollsSideways: document.documentElement.scrollWidth > innerWidth,
      fonts: [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', '')),
    }
  })
  expect(places.columnWidth).toBeLessThan(760)
  expect(places.toCard).toBeGreaterThan(0)
  expect(places.toCard).toBeLessThan(160)
  expect(places.offLine).toBeLessThan(24)
  expect(places.offMiddle).toBeLessThan(40)
  expect(places.scrollsSideways).toBe(false)
  // Letters and interface in the fonts that come with the program.
  expect(places.fonts).toEqual(expect.arrayContaining(['Literata Variable', 'Inter Variable']))
  await resize(1440, 900)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1440)
  await page.keyboard.press('Control+=')
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(1440)
  await stand()
  await page.keyboard.press('Control+0')
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1440)

  // Korean breaks its lines between words, once the article is said to be Korean.
  await expect(page.locator(':lang(ko)')).toHaveCount(0)
  const details = detailsOf(page)
  await details.open()
  await details.write('Language', 'ko')
  await details.close()
  await expect(page.locator(':lang(ko)').filter({ has: window.text })).toBeVisible()
  await stand()

  // Away and back: what was wiped is drawn anew where it belongs.
  await page.keyboard.press('ControlOrMeta+End')
  await expect(window.marks).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(window.marks).toHaveCount(marked.length)
  await stand()

  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.locator(':lang(ko)')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(window.marks).toHaveCount(marked.length - 1)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(window.marks).toHaveCount(marked.length)
  await stand()
})
