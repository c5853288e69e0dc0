import path from 'node:path'
import { expect, test } from './app'
import { trapsText } from './traps'
import { accessFaults } from './window/access'
import { dropFiles } from './window/drop-files'
import { startScreen } from './window/start-screen'
import { workbench } from './window/workbench'

test('the start screen and every dialog can be used by everybody, on every paper', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
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
    { opens: () => window.runCommand('Edit the codebook'), title: 'Codebook' },
    { opens: () => window.runCommand('Rename the project'), title: 'Rename the project' },
    { opens: () => page.getByRole('button', { name: 'Details' }).click(), title: 'Details' },
    {
      opens: () =>
        dropFiles(page, [path.join(folder, 'inbox', 'ferry.txt'), path.join(folder, 'gone.txt')]),
      title: 'Import report',
    },
  ]) {
    await opens()
    await expect(window.dialog(title)).toBeVisible()
    expect(await accessFaults(page), title).toEqual([])
    await page.keyboard.press('Escape')
    await expect(window.dialog(title)).toHaveCount(0)
    await window.text.focus()
  }
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
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.press('ControlOrMeta+l')
  await expect(window.list.getByRole('listbox').getByRole('option')).toHaveCount(3)
  expect(await accessFaults(page), 'the list and the search').toEqual([])
  await window.articles.getByRole('button', { name: /^More about/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await accessFaults(page), 'the menu of an article').toEqual([])
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
