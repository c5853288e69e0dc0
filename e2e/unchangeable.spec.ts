import type { CDPSession, Page } from '@playwright/test'
import type { App } from './app'
import { expect, test } from './app'
import { readArticles } from './project-files'
import { trapsText } from './traps'
import type { Workbench } from './window/workbench'
import { workbench } from './window/workbench'

type Opened = {
  readonly app: App
  readonly page: Page
  readonly window: Workbench
  readonly devtools: CDPSession
  readonly plainText: string
  /** Letters of the text as the window shows them. */
  readonly shown: () => Promise<string>
  /** Do this with the caret in the text and again with words selected; nothing may change, the keyboard stays. */
  readonly changesNothing: (attempt: () => Promise<unknown>) => Promise<void>
}

const test2 = test.extend<{ readonly opened: Opened }>({
  opened: async ({ launch, projectWith }, use) => {
    const project = projectWith({ 'ferry.txt': trapsText })
    const app = await launch({ args: [project] })
    const { page } = app
    const window = workbench(page)
    await window.isReady()
    const shown = () => window.text.evaluate(element => element.textContent)
    const before = await shown()
    await use({
      app,
      page,
      window,
      devtools: await page.context().newCDPSession(page),
      plainText: readArticles(project)[0]?.text ?? '',
      shown,
      changesNothing: async attempt => {
        await window.text.focus()
        await page.keyboard.press('ControlOrMeta+Home')
        for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowRight')
        await attempt()
        await expect.poll(shown).toBe(before)
        await expect(window.text).toBeFocused()
        for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowRight')
        await expect.poll(window.selectedText).toHaveLength(4)
        await attempt()
        await expect.poll(shown).toBe(before)
      },
    })
    await app.close()
    expect(readArticles(project)[0]?.text).toBe(before === '' ? undefined : trapsPlain(project))
  },
})
