import type { Page } from '@playwright/test'
import type { App } from './app'
import { expect, test as base } from './app'
import { readArticles } from './project-files'
import { trapsText } from './traps'
import type { Workbench } from './window/workbench'
import { workbench } from './window/workbench'

type Reading = {
  readonly app: App
  readonly page: Page
  readonly window: Workbench
  readonly plainText: string
  /**
   * Do `attempt` with a caret in the text, then with words selected. Each time the letters on the screen
   * must be what they were, the keyboard still in the text, and the caret must still move.
   */
  readonly changesNothing: (attempt: () => Promise<unknown>) => Promise<void>
}

const test = base.extend<{ readonly reading: Reading }>({
  reading: async ({ launch, projectWith }, use) => {
    const project = projectWith({ 'ferry.txt': trapsText })
    const app = await launch({ args: [project] })
    const { page } = app
    const window = workbench(page)
    await window.isReady()
    const letters = () => window.text.evaluate(element => element.textContent)
    const before = await letters()
    expect(before).toContain('We counted 1,450 passengers')
    const stillReads = async (): Promise<void> => {
      await page.waitForTimeout(100)
      expect(await letters()).toBe(before)
      await expect(window.text).toBeFocused()
      await page.keyboard.press('ControlOrMeta+Home')
      for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'])
        await page.keyboard.press(key)
      await expect.poll(window.selectedText).toBe(before.slice(2, 4))
    }
    await use({
      app,
      page,
      window,
      plainText: readArticles(project)[0]?.text ?? '',
      changesNothing: async attempt => {
        await window.text.focus()
        await page.keyboard.press('ControlOrMeta+Home')
        await page.keyboard.press('ArrowRight')
        await attempt()
        await stillReads()
        // Two letters are selected now.
        await attempt()
        await stillReads()
      },
    })
    await app.close()
  },
})

test('typing and deleting change nothing', async ({ reading }) => {
  const { page, changesNothing } = reading
  await changesNothing(async () => {
    await page.keyboard.type('words Ж 日本 ')
    for (const key of ['Backspace', 'Delete', 'Enter', 'Shift+Enter'])
      await page.keyboard.press(key)
    for (const key of ['Backspace', 'Delete', 'Enter', 'B', 'U', 'Z', 'Y'])
      await page.keyboard.press(`ControlOrMeta+${key}`)
    await page.keyboard.press('Escape')
  })
})

test('an input method changes nothing, whether it commits or gives up', async ({ reading }) => {
  const { page, window, changesNothing } = reading
  const devtools = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  const touched = await countTouches(window)
  await changesNothing(async () => {
    await compose('に')
    await compose('にほん')
    await devtools.send('Input.insertText', { text: '日本' })
  })
  await changesNothing(async () => {
    await compose('にほん')
    await compose('')
  })
  await changesNothing(() => devtools.send('Input.insertText', { text: '😡 dictated words' }))
  // Not put back afterwards: never there, so that nothing flickers and no caret is lost.
  expect(await touched()).toBe(0)
})

/** Counts from now on how often a node or a letter inside the text came or went. */
async function countTouches({ text }: Workbench): Promise<() => Promise<number>> {
  const counter = await text.evaluateHandle(element => {
    const count = { touches: 0 }
    new MutationObserver(records => {
      count.touches += records.length
    }).observe(element, { characterData: true, childList: true, subtree: true })
    return count
  })
  return () => counter.evaluate(({ touches }) => touches)
}

test('pasting and cutting change nothing, and cutting copies', async ({ reading }) => {
  const { app, page, changesNothing } = reading
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('pasted'))
  await changesNothing(async () => {
    for (const key of ['V', 'Shift+V']) await page.keyboard.press(`ControlOrMeta+${key}`)
    await page.keyboard.press('Shift+Insert')
  })
  await changesNothing(() => page.keyboard.press('ControlOrMeta+X'))
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toBe(reading.plainText.slice(2, 4))
})

test('dropping and dragging change nothing', async ({ reading }) => {
  const { page, window, changesNothing } = reading
  const devtools = await page.context().newCDPSession(page)
  const box = await window.text.boundingBox()
  if (box === null) throw new RangeError('The text is not on the screen')
  const at = { x: box.x + box.width / 2, y: box.y + 40 }
  const data = {
    items: [
      { mimeType: 'text/plain', data: 'dropped' },
      { mimeType: 'text/html', data: '<b>dropped</b>' },
    ],
    dragOperationsMask: 1,
  }
  await changesNothing(async () => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, ...at, data })
    await window.text.focus()
  })
  await changesNothing(async () => {
    await page.mouse.dblclick(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + 60, at.y + 60, { steps: 6 })
    await page.mouse.up()
  })
})

test('whatever changes the page from outside is put back', async ({ reading }) => {
  const { page, window, changesNothing } = reading
  await changesNothing(() => page.evaluate('document.execCommand("insertText", false, "typed")'))
  await changesNothing(() => page.evaluate('document.execCommand("delete")'))
  await changesNothing(() =>
    window.text.evaluate(element => {
      element.querySelector('p')?.prepend('in front')
    }),
  )
})

test('copying everything gives the plain text of the article', async ({ reading }) => {
  const { app, page, window, plainText } = reading
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(plainText)
})

test('a screen reader meets a text that is read, not written', async ({ reading }) => {
  const { text } = reading.window
  await expect(text).toHaveAttribute('aria-readonly', 'true')
  await expect(text).toHaveAttribute('aria-multiline', 'true')
  await expect(text).toHaveAttribute('spellcheck', 'false')
})
