import type { Locator, Page } from '@playwright/test'

type Point = { readonly x: number; readonly y: number }

/** Where words stand in the window: on their first and on their last character. */
export type WordsOnScreen = { readonly first: Point; readonly last: Point }

/**
 * Scroll these words of the text into view and say where they are once they stand still: sections that come
 * into view are laid out only then. `words` must not run over two blocks. Throws when they are not there.
 */
export async function findOnScreen(
  text: Locator,
  words: string,
  occurrence = 1,
): Promise<WordsOnScreen> {
  return await text.evaluate(
    async (element, wanted) => {
      const nodes: Text[] = []
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) nodes.push(walker.currentNode as Text)
      const whole = nodes.map(node => node.data).join('')
      let at = -1
      for (let seen = 0; seen < wanted.occurrence; seen += 1)
        at = whole.indexOf(wanted.words, at + 1)
      if (at === -1) throw new RangeError(`The text does not contain “${wanted.words}”`)
      const characterAt = (offset: number): Range => {
        let left = offset
        for (const node of nodes) {
          if (left < node.data.length) {
            const range = document.createRange()
            range.setStart(node, left)
            range.setEnd(node, left + 1)
            return range
          }
          left -= node.data.length
        }
        throw new RangeError('The words end after the text')
      }
      const first = characterAt(at)
      first.startContainer.parentElement?.scrollIntoView({ block: 'center' })
      const last = characterAt(at + wanted.words.length - 1)
      const place = () => {
        const [from, to] = [first.getBoundingClientRect(), last.getBoundingClientRect()]
        return {
          first: { x: from.left, y: from.top + from.height / 2 },
          last: { x: to.right, y: to.top + to.height / 2 },
        }
      }
      for (let before = ''; before !== JSON.stringify(place());) {
        before = JSON.stringify(place())
        await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
      }
      return place()
    },
    { words, occurrence },
  )
}

/** Select words by dragging the mouse over them. */
export async function dragOver(page: Page, { first, last }: WordsOnScreen): Promise<void> {
  await page.mouse.move(first.x + 1, first.y)
  await page.mouse.down()
  await page.mouse.move((first.x + last.x) / 2, (first.y + last.y) / 2, { steps: 3 })
  await page.mouse.move(last.x - 1, last.y, { steps: 3 })
  await page.mouse.up()
}
