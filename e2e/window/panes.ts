import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { findOnScreen } from './words'

/** One of two articles side by side, as a person meets it. */
export type PaneOnScreen = {
  readonly region: Locator
  readonly text: Locator
  /** What is drawn behind the words. */
  readonly marks: Locator
  readonly card: (type: string, words: string) => Locator
  /** Select these words of this article by keyboard alone, through find. */
  readonly selectWords: (words: string) => Promise<void>
  /** Press with the mouse on the middle of these words. */
  readonly pressWords: (words: string) => Promise<void>
  /** The middle of these words on screen, in pixels of the window. */
  readonly placeOf: (words: string) => Promise<{ readonly x: number; readonly y: number }>
}

/** The left or the right one of two articles. */
export function paneOf(page: Page, side: 'Left' | 'Right'): PaneOnScreen {
  const region = page.getByRole('region', { name: `${side} article` })
  const text = region.getByRole('textbox', { name: /^Text of / })
  const cards = region.getByRole('region', { name: 'Annotations', exact: true })
  const placeOf = async (words: string): Promise<{ x: number; y: number }> => {
    const { first, last } = await findOnScreen(text, words)
    return { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 }
  }
  return {
    region,
    text,
    marks: region.locator('.mark'),
    card: (type, words) => cards.getByRole('group', { name: `${type}: ${words}` }),
    selectWords: async words => {
      await expect(text).toBeFocused()
      await page.keyboard.press('ControlOrMeta+Home')
      await page.keyboard.press('ControlOrMeta+f')
      const field = region.getByRole('textbox', { name: 'Find' })
      await expect(field).toBeFocused()
      await field.fill(words)
      await page.keyboard.press('Escape')
      await expect(text).toBeFocused()
    },
    pressWords: async words => {
      const { x, y } = await placeOf(words)
      await page.mouse.click(x, y)
    },
    placeOf,
  }
}
