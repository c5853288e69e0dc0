import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** The window as a person meets it: regions, names and keys, nothing of its inside. */
export type Workbench = {
  readonly page: Page
  readonly text: Locator
  readonly articles: Locator
  readonly cards: Locator
  readonly card: (type: string, words: string) => Locator
  readonly saveState: Locator
  readonly alert: Locator
  /** Wait until the text of an article can be read. */
  readonly isReady: () => Promise<void>
  /** Open an article from the list. */
  readonly openArticle: (title: string) => Promise<void>
  /** Select these words in the text by keyboard alone, through find. */
  readonly selectWords: (words: string, occurrence?: number) => Promise<void>
  /** Wait until the window says that everything is saved. */
  readonly isSaved: () => Promise<void>
  /** What is selected in the window. */
  readonly selectedText: () => Promise<string>
}

export function workbench(page: Page): Workbench {
  const text = page.getByRole('textbox', { name: /^Text of / })
  const saveState = page.getByRole('status', { name: 'Save state' })
  const articles = page.getByRole('region', { name: 'Articles', exact: true })
  const cards = page.getByRole('region', { name: 'Annotations', exact: true })
  const isReady = async (): Promise<void> => {
    await expect(text).toBeVisible()
    await text.focus()
  }
  return {
    page,
    text,
    articles,
    cards,
    card: (type, words) => cards.getByRole('group', { name: `${type}: ${words}` }),
    saveState,
    alert: page.getByRole('alert'),
    isReady,
    openArticle: async title => {
      const row = articles.getByRole('listitem', { name: title, exact: true })
      await row.getByRole('button').first().click()
      await expect(page.getByRole('textbox', { name: `Text of ${title}` })).toBeVisible()
      await text.focus()
    },
    selectWords: async (words, occurrence = 1) => {
      await text.focus()
      await page.keyboard.press('ControlOrMeta+Home')
      await page.keyboard.press('ControlOrMeta+f')
      const field = page.getByRole('textbox', { name: 'Find' })
      await expect(field).toBeFocused()
      await field.fill(words)
      for (let step = 1; step < occurrence; step += 1) await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await expect(text).toBeFocused()
    },
    isSaved: async () => {
      await expect(saveState).toHaveText('Saved')
    },
    selectedText: () => page.evaluate(() => getSelection()?.toString() ?? ''),
  }
}
