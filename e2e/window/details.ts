import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** The details of the article on screen: what is known of it, to be corrected in place. */
export type Details = {
  readonly form: Locator
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
  readonly field: (label: string) => Locator
  /** Type into a field and leave it. */
  readonly write: (label: string, text: string) => Promise<void>
  /** Choose in a field that has choices. */
  readonly choose: (label: string, choice: string) => Promise<void>
}

export function detailsOf(page: Page): Details {
  const form = page.getByRole('dialog', { name: 'Details' })
  const field = (label: string): Locator => form.getByLabel(label, { exact: true })
  return {
    form,
    open: async () => {
      await page.getByRole('button', { name: 'Details', exact: true }).click()
      await expect(form).toBeVisible()
    },
    close: async () => {
      await page.keyboard.press('Escape')
      await expect(form).toHaveCount(0)
    },
    field,
    write: async (label, text) => {
      await field(label).fill(text)
      await field(label).press('Enter')
    },
    choose: async (label, choice) => {
      await field(label).selectOption(choice)
    },
  }
}
