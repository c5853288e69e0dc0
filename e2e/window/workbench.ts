import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { dragOver, findOnScreen } from './words'

/** The window as a person meets it: regions, names and keys, nothing of its inside. */
export type Workbench = {
  readonly page: Page
  readonly text: Locator
  readonly articles: Locator
  readonly cards: Locator
  readonly card: (type: string, words: string) => Locator
  readonly saveState: Locator
  /** What is drawn behind the words: a path for each part of an annotation and each hit. */
  readonly marks: Locator
  readonly alert: Locator
  /** The short answer to the last key, in the bottom line. */
  readonly answer: Locator
  /** The small toolbar at the selection. */
  readonly toolbar: Locator
  /** The list of annotations, when it stands in the margin's place. */
  readonly list: Locator
  /** The open dialog of this title. */
  readonly dialog: (title: string) => Locator
  /** Wait until the text of an article can be read. */
  readonly isReady: () => Promise<void>
  /** Open an article from the list. */
  readonly openArticle: (title: string) => Promise<void>
  /** Select these words in the text by keyboard alone, through find. */
  readonly selectWords: (words: string, occurrence?: number) => Promise<void>
  /** Select these words (of one block) with the mouse. */
  readonly dragWords: (words: string, occurrence?: number) => Promise<void>
  /** Press with the mouse on the middle of these words. */
  readonly pressWords: (words: string, occurrence?: number) => Promise<void>
  /** The middle of these words on screen, in pixels of the window. */
  readonly placeOf: (words: string) => Promise<{ readonly x: number; readonly y: number }>
  /** Choose a command by its name from the list of all commands. */
  readonly runCommand: (name: string) => Promise<void>
  /** Choose from the menu of an article in the list. */
  readonly articleMenu: (title: string, entry: string) => Promise<void>
  /** Wait until the window says that everything is saved. */
  readonly isSaved: () => Promise<void>
  /** What is selected in the window. */
  readonly selectedText: () => Promise<string>
}

export function workbench(page: Page): Workbench {
  const text = page.getByRole('textbox', { name: /^Text of / })
  const selectedText = (): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '')
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
    marks: text.locator('..').locator('.mark'),
    alert: page.getByRole('alert'),
    answer: page.getByRole('status', { name: 'Answer' }),
    toolbar: page.getByRole('toolbar', { name: 'Tag the selection' }),
    list: page.getByRole('region', { name: 'List of annotations' }),
    dialog: title => page.getByRole('dialog', { name: title, exact: true }),
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
    dragWords: async (words, occurrence) => {
      await dragOver(page, await findOnScreen(text, words, occurrence))
      await expect.poll(selectedText).toBe(words)
    },
    pressWords: async (words, occurrence) => {
      const { first, last } = await findOnScreen(text, words, occurrence)
      await page.mouse.click((first.x + last.x) / 2, (first.y + last.y) / 2)
    },
    placeOf: async words => {
      const { first, last } = await findOnScreen(text, words)
      return { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 }
    },
    runCommand: async name => {
      await page.keyboard.press('ControlOrMeta+k')
      await page.getByRole('combobox').fill(name)
      await page.getByRole('option', { name, exact: false }).first().click()
      await expect(page.getByRole('dialog', { name: 'All commands' })).toHaveCount(0)
    },
    articleMenu: async (title, entry) => {
      await articles.getByRole('button', { name: `More about ${title}` }).click()
      await page.getByRole('menu').getByText(entry, { exact: true }).click()
    },
    isSaved: async () => {
      await expect(saveState).toHaveText('Saved', { useInnerText: true })
    },
    selectedText,
  }
}
