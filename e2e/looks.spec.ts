import type { Locator, Page } from '@playwright/test'
import type { App } from './app'
import { expect, test } from './app'
import { workbench } from './window/workbench'

/** The Electron that drew the expected pictures: another one draws letters a little differently. */
const drawnWith = { major: '33', platform: 'linux' }

const text = [
  'The dam',
  '“The water came within nine minutes,” said Ilmar Tosk, a spokesman, “and most people were asleep.” He put the number of damaged houses at 1,600, about a third of all houses in the town.',
  'The company denied that the wall was cracked.',
].join('\n\n')

const papers = ['light', 'dark', 'high-contrast'] as const

/** Nothing blinks and nothing is on its way; then the element as it is on each of the papers asked for. */
async function looksAsBefore(
  page: Page,
  element: Locator,
  name: string,
  on: readonly (typeof papers)[number][],
): Promise<void> {
  for (const paper of on) {
    await page.evaluate(async shown => {
      document.documentElement.dataset['theme'] = shown
      await document.fonts.ready
    }, paper)
    await expect(element).toHaveScreenshot(`${name}-${paper}.png`, {
      animations: 'disabled',
      caret: 'hide',
      maxDiffPixels: 40,
      threshold: 0.15,
    })
  }
}

async function drawsAsExpected({ electron }: App): Promise<boolean> {
  const version = await electron.evaluate(() => process.versions.electron)
  return version.split('.')[0] === drawnWith.major && process.platform === drawnWith.platform
}

test('marks four deep, the list, a card and the toolbar look as they did', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'dam.txt': text })] })
  test.skip(
    !(await drawsAsExpected(app)),
    `The pictures were made with Electron ${drawnWith.major} on ${drawnWith.platform}, which draws letters its own way.`,
  )
  const { page } = app
  const { keyboard } = page
  const window = workbench(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await window.isReady()
  for (const [words, key, more] of [
    ['“The water came within nine minutes,”', '2', '“and most people were asleep.”'],
    ['The water came within nine minutes', '1'],
    ['came within nine minutes', '1'],
    ['nine minutes', '3'],
    ['the number of damaged houses at 1,600, about a third', '1'],
    ['damaged houses at 1,600', '2'],
    ['1,600', '3'],
  ] as const) {
    await window.selectWords(words)
    await keyboard.press(key)
    if (more === undefined) continue
    await window.selectWords(more)
    await keyboard.press('+')
  }
  await window.isSaved()
  await page.mouse.move(2, 450)
  const paragraph = window.text.locator('p', { hasText: 'Ilmar Tosk' })
  await window.pressWords('denied')
  await looksAsBefore(page, paragraph, 'paragraph', papers)

  await window.pressWords('1,600')
  await keyboard.press('Enter')
  const card = window.card('Figure', '1,600')
  await expect(card).toHaveAttribute('aria-current', 'true')
  await page.mouse.move(2, 450)
  await looksAsBefore(page, card, 'card', ['light', 'dark'])
  await keyboard.press('Escape')

  await window.selectWords('the wall was cracked')
  await expect(window.toolbar).toBeVisible()
  await looksAsBefore(page, window.toolbar, 'toolbar', ['light', 'dark'])

  await keyboard.press('Escape')
  await window.text.focus()
  await keyboard.press('ControlOrMeta+l')
  await keyboard.press('Home')
  const rows = window.list.getByRole('listbox', { name: 'Annotations of the article' })
  await expect(rows.getByRole('option')).toHaveCount(7)
  await looksAsBefore(page, rows, 'list', ['light', 'dark'])
})
