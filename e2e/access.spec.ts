import type { Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from './app'
import { trapsText } from './traps'
import { accessFaults } from './window/access'
import { dropFiles } from './window/drop-files'
import { startScreen } from './window/start-screen'
import { workbench } from './window/workbench'

/** What marks, stripes and the bars of cards are drawn with; a bar is the card's ground, or a box where there is no ground. */
async function coloursOfTypes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const drawn = [...document.querySelectorAll('.mark, .article-stripe')].map(path => {
      const { fill, stroke } = getComputedStyle(path)
      return `${fill} ${stroke}`
    })
    const bars = [...document.querySelectorAll('section[aria-label="Annotations"] [role="group"]')]
      .filter(card => card.hasAttribute('data-annotation'))
      .map(card => {
        const ground = getComputedStyle(card).backgroundImage
        return ground === 'none' ? getComputedStyle(card, '::before').backgroundImage : ground
      })
    return [...drawn, ...bars]
  })
}

test('the start screen and every dialog can be used by everybody, on every paper', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText, 'second.txt': 'The bridge was closed.\n' })
  const inInbox = (name: string) => path.join(folder, 'inbox', name)
  fs.writeFileSync(inInbox('table.csv'), 'nr;kop;verhaal\n1;Dam gives way;The wall gave way.\n')
  const app = await launch()
  const { page } = app
  const window = workbench(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const start = startScreen(page)
  await app.answerDialogs(project)
  await start.openChosen()
  await window.isReady()
  await window.runCommand('Close the project')
  await expect(start.recent).toHaveCount(1)
  expect(await accessFaults(page)).toEqual([])
  await start.openRecent('Test project')
  await window.isReady()
  for (const { opens, title } of [
    { opens: () => page.keyboard.press('?'), title: 'Keys' },
    { opens: () => page.keyboard.press('ControlOrMeta+e'), title: 'Export' },
    { opens: () => page.keyboard.press('ControlOrMeta+k'), title: 'All commands' },
    { opens: () => page.keyboard.press('ControlOrMeta+Shift+f'), title: 'Find in the project' },
    { opens: () => page.keyboard.press('ControlOrMeta+Shift+u'), title: 'Backups' },
    {
      opens: () => page.keyboard.press('ControlOrMeta+Shift+b'),
      title: 'Open an article beside this one',
    },
    { opens: () => window.runCommand('History of the article'), title: 'History' },
    { opens: () => window.runCommand('Merge another copy'), title: 'Merge another copy' },
    { opens: () => window.runCommand('Import an annotated'), title: 'Import an annotated dataset' },
    { opens: () => window.runCommand('Edit the codebook'), title: 'Codebook' },
    { opens: () => window.runCommand('Rename the project'), title: 'Rename the project' },
    { opens: () => window.runCommand('Duplicate the project'), title: 'Duplicate the project' },
    { opens: () => page.getByRole('button', { name: 'Details' }).click(), title: 'Details' },
  ]) {
    await opens()
    await expect(window.dialog(title)).toBeVisible()
    expect(await accessFaults(page), title).toEqual([])
    await page.keyboard.press('Escape')
    await expect(window.dialog(title)).toHaveCount(0)
    await window.text.focus()
  }
  await dropFiles(page, [inInbox('table.csv'), inInbox('ferry.txt'), path.join(folder, 'gone.txt')])
  for (const title of ['Columns of the table', 'Import report']) {
    await expect(window.dialog(title)).toBeVisible()
    expect(await accessFaults(page), title).toEqual([])
    await page.keyboard.press('Escape')
  }
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+e')
  await app.answerDialogs(path.join(folder, 'export'))
  await window
    .dialog('Export')
    .getByRole('button', { name: /^Choose a/ })
    .click()
  await expect(window.dialog('Export report')).toBeVisible()
  expect(await accessFaults(page), 'the report of an export').toEqual([])
})

test('reading, a full card, the list and the search can be used by everybody, on every paper', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'ferry.txt': trapsText })] })
  const { page } = app
  const window = workbench(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await window.isReady()
  for (const [words, key] of [
    ['“We counted 1,450 passengers,”', '2'],
    ['We counted 1,450 passengers', '1'],
    ['1,450 passengers', '3'],
  ] as const) {
    await window.selectWords(words)
    await page.keyboard.press(key)
  }
  await page.keyboard.press('Enter')
  await page.keyboard.type('many')
  await page.keyboard.press('Tab')
  await expect(window.card('Figure', '1,450 passengers').getByRole('alert')).toBeVisible()
  expect(await accessFaults(page), 'a card with a fault in a field').toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await window.selectWords('14 dead')
  await expect(window.toolbar).toBeVisible()
  expect(await accessFaults(page), 'words selected').toEqual([])
  await page.keyboard.press('t')
  await expect(window.dialog('Tag with a type')).toBeVisible()
  expect(await accessFaults(page), 'the types to choose from').toEqual([])
  await page.keyboard.press('Escape')
  await window.pressWords('counted')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Harbour office')
  await page.keyboard.press('Enter')
  await page.keyboard.press('l')
  await page.keyboard.press(']')
  await page.keyboard.press('l')
  await expect(window.dialog('How are they linked?')).toBeVisible()
  expect(await accessFaults(page), 'the kind of a link').toEqual([])
  await page.keyboard.press('1')
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.press('ControlOrMeta+l')
  await expect(window.list.getByRole('listbox').getByRole('option')).toHaveCount(3)
  expect(await accessFaults(page), 'the list and the search').toEqual([])
  for (const name of [/^More about/, /^Marks/, /^Annotator/]) {
    await page.getByRole('button', { name }).first().click()
    const opened = page.getByRole('menu').or(page.getByRole('dialog'))
    await expect(opened).toBeVisible()
    expect(await accessFaults(page), String(name)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(opened).toHaveCount(0)
  }
  await expect(page.getByRole('button', { name: /^$/ })).toHaveCount(0)
})

test('Tab goes through all parts of the window and comes around, in both directions', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'ferry.txt': trapsText })] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.selectWords('14 dead')
  await page.keyboard.press('3')
  await expect(window.card('Figure', '14 dead')).toBeVisible()
  const partWithFocus = () =>
    page.evaluate(() => {
      const part = document.activeElement?.closest('header, section, main, footer')
      return part?.getAttribute('aria-label') ?? part?.tagName.toLowerCase() ?? 'none'
    })
  for (const key of ['Tab', 'Shift+Tab']) {
    await window.text.focus()
    const parts = new Set<string>()
    let presses = 0
    do {
      await page.keyboard.press(key)
      presses += 1
      parts.add(await partWithFocus())
    } while ((await partWithFocus()) !== 'Text' && presses < 60)
    expect([...parts].sort(), key).toEqual(
      ['Annotations', 'Articles', 'Text', 'footer', 'header'].sort(),
    )
  }
})

test('a screen reader is told each annotation the keyboard comes to, and reads the text undisturbed', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'ferry.txt': trapsText })] })
  const { page } = app
  const { keyboard } = page
  const window = workbench(page)
  await window.isReady()
  const told = page.getByRole('status', { name: 'Annotation at the caret' })
  const plain = await window.text.ariaSnapshot()
  await window.selectWords('1,450 passengers')
  await keyboard.press('3')
  await expect(told).toHaveText('Figure: 1,450 passengers')
  await keyboard.press('Enter')
  await keyboard.type('1,450')
  await keyboard.press('Enter')
  await window.selectWords('14 dead')
  await keyboard.press('3')
  await keyboard.press('n')
  await keyboard.type('ask the ministry')
  await keyboard.press('ControlOrMeta+Enter')
  await keyboard.press('[')
  await expect(told).toHaveText('Figure: 1,450 passengers. 1,450')
  await keyboard.press(']')
  await expect(told).toHaveText('Figure: 14 dead. note: ask the ministry')
  await keyboard.press('Escape')
  await keyboard.press('ControlOrMeta+Home')
  await expect(told).toHaveText('')
  expect(await window.text.ariaSnapshot()).toBe(plain)

  // Where the system forces its own few colours, marks, stripes and cards keep those of their types.
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const free = await coloursOfTypes(page)
  expect(free).toHaveLength(6)
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  expect(await coloursOfTypes(page)).toEqual(free)
  // Else a ground behind the letters would cover the marks.
  await expect(window.text.locator('p').first()).toHaveCSS('forced-color-adjust', 'none')

  // Who asks the system for more contrast gets it.
  await page.emulateMedia({ forcedColors: 'none', contrast: 'more' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'high-contrast')
  await page.emulateMedia({ contrast: 'no-preference' })

  // Nothing moves where the system asks for that.
  const place = window.cards.getByRole('group').first().locator('..')
  await expect(place).not.toHaveCSS('transition-duration', '0s')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(place).toHaveCSS('transition-duration', '0s')

  // Without the line of keys the answer to a key is shown and told all the same.
  await page.emulateMedia({ forcedColors: 'none' })
  await window.runCommand('Show or hide the line of keys')
  await window.text.focus()
  await keyboard.press('1')
  await expect(window.answer).toHaveText('Select words first')
  await expect(window.answer).toBeInViewport()
})
