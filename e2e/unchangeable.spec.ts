import fs from 'node:fs'
import path from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import type { App } from './app'
import { expect, test as base } from './app'
import { readArticles } from './project-files'
import { trapsText } from './traps'
import type { Workbench } from './window/workbench'
import { workbench } from './window/workbench'

// One after another: all windows of a display share one clipboard.
base.describe.configure({ mode: 'default' })

/** Our traps and enough paragraphs behind them that the text has several sections. */
const longText = [
  trapsText.trimEnd(),
  ...Array.from(
    { length: 80 },
    (_, index) =>
      `Paragraph ${index.toString()} of the log 😡: the “Lindo\u0308” left, נמל at ${index.toString()}:00.\r\nAnd came back.`,
  ),
  'The last words.',
].join('\r\n\r\n')

type Reading = {
  readonly app: App
  readonly page: Page
  readonly window: Workbench
  readonly devtools: CDPSession
  readonly plainText: string
  readonly clipboard: () => Promise<string>
  /**
   * Do `attempt` with a caret in the text, then with words selected. Each time the letters on the screen
   * must be what they were, the keyboard still in the text, and caret, selection and copying must work.
   */
  readonly changesNothing: (attempt: () => Promise<unknown>) => Promise<void>
}

const test = base.extend<{ readonly reading: Reading }>({
  reading: async ({ launch, projectWith }, use) => {
    const project = projectWith({ 'log.txt': longText })
    const bytes = () =>
      ['articles', 'originals'].map(folder =>
        fs
          .readdirSync(path.join(project, folder))
          .map(name => fs.readFileSync(path.join(project, folder, name), 'utf8')),
      )
    const bytesBefore = bytes()
    const plainText = readArticles(project)[0]?.text ?? ''
    const app = await launch({ args: [project] })
    const { page } = app
    const window = workbench(page)
    await window.isReady()
    const clipboard = () => app.electron.evaluate(({ clipboard: board }) => board.readText())
    const letters = () => window.text.evaluate(element => element.textContent)
    const before = await letters()
    expect(before).toContain('Paragraph 79 of the log')
    const stillReads = async (): Promise<void> => {
      await isDrawn(page)
      expect(await letters()).toBe(before)
      await expect(window.text).toBeFocused()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.press('ControlOrMeta+c')
      await expect.poll(clipboard).toBe(plainText)
      await page.keyboard.press('ControlOrMeta+Home')
      for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'])
        await page.keyboard.press(key)
      await expect.poll(window.selectedText).toBe(before.slice(2, 4))
      await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
      await expect.poll(window.selectedText).toBe('ate')
    }
    await use({
      app,
      page,
      window,
      devtools: await page.context().newCDPSession(page),
      plainText,
      clipboard,
      changesNothing: async attempt => {
        await window.text.focus()
        await page.keyboard.press('ControlOrMeta+Home')
        await page.keyboard.press('ArrowRight')
        await attempt()
        await stillReads()
        // A word is selected now.
        await attempt()
        await stillReads()
      },
    })
    await window.isSaved()
    await app.close()
    expect(bytes()).toEqual(bytesBefore)
    expect(readArticles(project)[0]?.text).toBe(plainText)
  },
})

/** Two frames later, whatever an event set off has reached the screen. */
async function isDrawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve()
          })
        })
      }),
  )
}

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

test('typing, deleting, input methods and dictation change nothing', async ({ reading }) => {
  const { page, window, devtools, changesNothing } = reading
  const touches = await countTouches(window)
  await changesNothing(async () => {
    await page.keyboard.type('xЖ 日')
    for (const key of ['Backspace', 'Delete', 'Enter', 'Shift+Enter'])
      await page.keyboard.press(key)
    for (const key of ['Backspace', 'Delete', 'Enter', 'B', 'U', 'Z', 'Y'])
      await page.keyboard.press(`ControlOrMeta+${key}`)
    await page.keyboard.press('Tab')
    await window.text.focus()
  })
  const compose = (text: string) =>
    devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
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
  expect(await touches()).toBe(0)
  const { text } = window
  await expect(text).toHaveAttribute('aria-readonly', 'true')
  await expect(text).toHaveAttribute('aria-multiline', 'true')
  await expect(text).toHaveAttribute('spellcheck', 'false')
})

test('pasting, cutting, dropping and scripts change nothing', async ({ reading }) => {
  const { app, page, window, devtools, clipboard, changesNothing } = reading
  await changesNothing(async () => {
    await app.electron.evaluate(({ clipboard: board }) => board.writeText('pasted'))
    // The usual key makes an article of what is pasted, as the tests of importing show.
    for (const key of ['ControlOrMeta+Shift+V', 'Shift+Insert']) await page.keyboard.press(key)
  })
  await changesNothing(() =>
    window.text.evaluate(element => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'pasted')
      clipboardData.setData('text/html', '<p><b>pasted</b><img src="x"></p>')
      const paste = { clipboardData, bubbles: true, cancelable: true }
      element.querySelector('p')?.dispatchEvent(new ClipboardEvent('paste', paste))
    }),
  )
  await window.selectWords('1,450 passengers')
  await page.keyboard.press('ControlOrMeta+X')
  await expect.poll(clipboard).toBe('1,450 passengers')
  await changesNothing(() => page.keyboard.press('ControlOrMeta+X'))

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
  await changesNothing(() => page.evaluate('document.execCommand("insertText", false, "typed")'))
  await changesNothing(() => page.evaluate('document.execCommand("delete")'))
  await changesNothing(() =>
    window.text.evaluate(element => {
      element.querySelector('p')?.prepend('in front')
    }),
  )
})

test('caret, selection and copying go through all sections of a long text in two directions', async ({
  reading,
}) => {
  const { page, window, plainText, clipboard } = reading
  const copied = async (): Promise<string> => {
    await page.keyboard.press('ControlOrMeta+c')
    return clipboard()
  }
  expect(await window.text.locator('> *').count()).toBeGreaterThan(3)
  await page.keyboard.press('ControlOrMeta+End')
  await expect(window.text.getByText('The last words.')).toBeInViewport()
  await page.keyboard.press('ControlOrMeta+Shift+Home')
  await expect.poll(copied).toBe(plainText)
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(window.text.getByText('PORT VELL')).toBeInViewport()

  // From the middle of one section to the middle of another, line by line.
  await window.selectWords('Paragraph 15 of')
  await page.keyboard.press('ArrowLeft')
  for (let line = 0; line < 20; line += 1) await page.keyboard.press('Shift+ArrowDown')
  const some = await window.selectedText()
  expect(some).toMatch(/^Paragraph 15 of[^]*Paragraph 2\d of/)
  const start = plainText.indexOf('Paragraph 15 of')
  await expect.poll(copied).toMatch(/Paragraph 2\d of/)
  const piece = await copied()
  expect(plainText.slice(start, start + piece.length)).toBe(piece)
  expect(piece).toContain('😡: the “Lindo\u0308” left, נמל at 16:00.\nAnd came back.\nParagraph 17')

  const hebrew = window.text.getByText('המעבורת טבעה בלילה.')
  expect(await hebrew.evaluate(element => getComputedStyle(element).direction)).toBe('rtl')
  await window.selectWords('המעבורת')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await expect.poll(async () => (await copied()).trim()).toBe('המעבורת טבעה')
})
