import type { Locator, Page } from '@playwright/test'

/** What stands in the window while no project is open. */
export type StartScreen = {
  readonly title: Locator
  readonly recent: Locator
  /** Articles that the program was started with. */
  readonly waiting: Locator
  /** Make a project of this name; the folder is what the dialog of the system answers. */
  readonly makeProject: (name: string) => Promise<void>
  readonly openChosen: () => Promise<void>
  readonly openSample: () => Promise<void>
  readonly openRecent: (name: string) => Promise<void>
  readonly forget: (name: string) => Promise<void>
}

export function startScreen(page: Page): StartScreen {
  const recent = page.getByRole('region', { name: 'Recent projects' }).getByRole('listitem')
  return {
    title: page.getByRole('heading', { name: 'Take the news apart' }),
    recent,
    waiting: page.getByRole('region', { name: 'Articles to import' }),
    makeProject: async name => {
      await page.getByRole('button', { name: 'New project' }).click()
      const dialog = page.getByRole('dialog', { name: 'New project' })
      await dialog.getByRole('textbox', { name: 'Name of the project' }).fill(name)
      await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
    },
    openChosen: () => page.getByRole('button', { name: 'Open project…' }).click(),
    openSample: () => page.getByRole('button', { name: 'Open the sample project' }).click(),
    openRecent: name => recent.getByRole('button', { name }).first().click(),
    forget: name => recent.getByRole('button', { name: `Remove ${name} from the list` }).click(),
  }
}
