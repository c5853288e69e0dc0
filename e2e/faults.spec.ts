import fs from 'node:fs'
import path from 'node:path'
import type { App } from './app'
import { expect, test } from './app'
import { trapsText } from './traps'
import { workbench } from './window/workbench'

/** Words that no report may hold, as if a message had quoted them from an article. */
const secret = 'the captain was asleep'

/** Answer the next message box with the button of this number, and keep its words. */
async function answerMessages(app: App, response: number): Promise<void> {
  await app.electron.evaluate(({ dialog }, button) => {
    const said = globalThis as { said?: string[] }
    said.said = []
    dialog.showMessageBox = ((...given: { message: string }[]) => {
      said.said?.push(given.at(-1)?.message ?? '')
      return Promise.resolve({ response: button, checkboxChecked: false })
    }) as unknown as typeof dialog.showMessageBox
  }, response)
}

test('a bug is told once in plain words, and a report of it holds nothing of the work', async ({
  folder,
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'ferry.txt': trapsText })] })
  const window = workbench(app.page)
  await window.isReady()
  const report = path.join(folder, 'report.txt')
  await app.answerDialogs(report)
  await answerMessages(app, 1)

  await app.electron.evaluate((_electron, words) => {
    for (let times = 0; times < 3; times += 1)
      setTimeout(() => {
        throw new RangeError(`Could not draw “${words}”\n    at ${words} (a.js:1:1)`)
      })
  }, secret)
  await expect.poll(() => fs.existsSync(report)).toBe(true)
  const told = await app.electron.evaluate(() => (globalThis as { said?: string[] }).said)
  expect(told).toEqual(['Something in Assay did not work'])

  // Chromium's remark that some sizes are told of in the next frame is no bug.
  await app.page.evaluate(() => {
    const message = 'ResizeObserver loop completed with undelivered notifications.'
    dispatchEvent(new ErrorEvent('error', { message }))
  })
  await expect(window.alert).toHaveCount(0)
  await app.page.evaluate(words => {
    setTimeout(() => {
      throw new TypeError(words)
    })
  }, secret)
  await expect(window.alert).toContainText('Something in Assay did not work')
  fs.rmSync(report)
  await window.runCommand('Save a report about faults')
  await expect.poll(() => fs.existsSync(report)).toBe(true)
  const words = fs.readFileSync(report, 'utf8')
  expect(words.match(/ main: RangeError/g)).toHaveLength(3)
  expect(words).toMatch(/ window: TypeError/)
  expect(words).toMatch(/^Assay \d+\.\d+\.\d+, Electron \d+/)
  expect(words).not.toMatch(/captain|asleep|ferry|draw/i)

  // And the program goes on.
  await window.selectWords('We counted')
  await app.page.keyboard.press('2')
  await window.isSaved()
})

test('a window that cannot be drawn says so, and draws itself again', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'ferry.txt': trapsText })] })
  const window = workbench(app.page)
  await window.isReady()
  // Lists cannot be drawn until somebody clicks.
  await app.page.evaluate(() => {
    const filter = Object.getOwnPropertyDescriptor(Array.prototype, 'filter')
    Array.prototype.filter = () => {
      throw new Error('Broken for a test')
    }
    const mend = (): void => {
      if (filter !== undefined) Object.defineProperty(Array.prototype, 'filter', filter)
    }
    globalThis.addEventListener('click', mend, { capture: true, once: true })
  })
  await app.page.keyboard.press('ControlOrMeta+k')
  await expect(app.page.getByText('Assay could not draw this window')).toBeVisible()
  await app.page.getByRole('button', { name: 'Draw again' }).click()
  await expect(window.dialog('All commands')).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(window.text).toContainText('We counted')
  await window.selectWords('We counted')
  await app.page.keyboard.press('2')
  await window.isSaved()
})
