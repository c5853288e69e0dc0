import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from './app'
import { runAssay, tryAssay } from './command-line'
import { readArticles } from './project-files'
import { accessFaults } from './window/access'
import { dropFiles } from './window/drop-files'
import { workbench } from './window/workbench'

const russian = 'Мост закрыт, сообщает ТАСС.'
/** In Windows-1251. */
const inWindows = (text: string): Uint8Array =>
  Uint8Array.from(text, sign => {
    const code = sign.charCodeAt(0)
    return code < 128 ? code : code - 0x410 + 0xc0
  })
/** So short that nobody can be sure. */
const bytes = inWindows(russian)
const longer = `${russian} 1,600 (a fifth) of them.`

test('a short text shows how it reads in several encodings, and is read as the analyst chooses', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'first.txt': 'Something that was here before.' })
  const file = path.join(folder, 'bridge.txt')
  fs.writeFileSync(file, bytes)
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()

  await dropFiles(page, [file])
  const report = window.dialog('Import report')
  const letters = report.getByRole('region', { name: 'Letters to look at' })
  const choices = letters.getByRole('radiogroup')
  await expect(choices.getByRole('radio')).toHaveCount(4)
  await expect(choices.getByRole('radio', { name: /Cyrillic \(Windows-1251\)/ })).toBeChecked()
  await expect(choices).toContainText(russian)
  expect(await accessFaults(page)).toEqual([])
  // By keyboard: the arrows choose, and nothing is done before the button is pressed.
  await choices.getByRole('radio', { name: /Macintosh/ }).check()
  await letters.getByRole('button', { name: 'Read it so' }).click()
  await expect(letters.getByRole('status')).toHaveText('Read as Cyrillic (Macintosh).')
  await choices.getByRole('radio', { name: /Cyrillic \(Windows-1251\)/ }).check()
  await letters.getByRole('button', { name: 'Read it so' }).click()
  await expect(letters.getByRole('status')).toBeHidden()
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(window.text).toContainText(russian)
  await expect(window.articles.getByRole('listitem')).toHaveCount(2)

  // One step of undo brings back the article as it was read before, and redo the other one.
  await page.keyboard.press('ControlOrMeta+z')
  const inList = window.articles.getByRole('listitem')
  await expect(inList.filter({ hasText: 'Мост закрыт' })).toHaveCount(0)
  await expect(inList).toHaveCount(2)
  // The one that went into the bin is not left on screen.
  await expect(window.text).not.toContainText(russian)
  await expect(window.text).toContainText('ћост')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(inList.filter({ hasText: 'Мост закрыт' })).toHaveCount(1)
  await expect(inList).toHaveCount(2)
  await expect(window.text).toContainText(russian)
  await window.isSaved()
  await app.close()
  const { original, text } = readArticles(project).at(-1) ?? {}
  expect({ text, ...original }).toMatchObject({
    text: russian,
    encoding: 'windows-1251',
    encodingFrom: 'chosen',
    name: 'bridge.txt',
  })
  expect(fs.readFileSync(path.join(project, original?.file ?? ''))).toEqual(Buffer.from(bytes))
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
})

test('an article with annotations shows what is found in the other reading, which comes beside it or in its place', async ({
  launch,
  folder,
  projectWith,
}) => {
  const file = path.join(folder, 'bridge.txt')
  fs.writeFileSync(file, inWindows(longer))
  const project = projectWith({})
  const unknown = tryAssay(['import', project, file, '--encoding', 'klingon'], folder)
  expect([unknown.code, unknown.error]).toEqual([
    2,
    expect.stringContaining('The encoding “klingon” is not known.'),
  ])
  runAssay(['import', project, file, '--encoding', 'koi8-r'], folder)
  const [wrong] = readArticles(project)
  expect(wrong?.original).toMatchObject({ encoding: 'koi8-r', encodingFrom: 'chosen' })

  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.text.focus()
  await page.keyboard.press('w')
  await page.keyboard.press('1')
  await window.selectWords('1,600')
  await page.keyboard.press('3')
  await window.isSaved()
  await window.runCommand('Read in another encoding…')
  const dialog = window.dialog('Read in another encoding')
  await expect(dialog).toContainText('This article has annotations')
  await expect(dialog.getByRole('button', { name: 'Read it so' })).toBeDisabled()
  await dialog.getByRole('radio', { name: /Cyrillic \(Windows-1251\)/ }).check()
  await dialog.getByRole('button', { name: 'Read it so' }).click()
  const version = window.dialog('Another version of the article')
  await expect(version).toContainText('1 annotation was found in its text; 1 could not be placed.')
  await version.getByRole('button', { name: 'As a new article' }).click()
  await expect(window.text).toContainText(russian)
  const rows = window.articles.getByRole('listitem')
  await expect(rows).toHaveCount(2)

  // Or in its place. What is of ASCII signs stands where it stood.
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(1)
  await expect(window.text).not.toContainText(russian)
  await window.runCommand('Read in another encoding…')
  await dialog.getByRole('radio', { name: /Cyrillic \(Windows-1251\)/ }).check()
  await dialog.getByRole('button', { name: 'Read it so' }).click()
  await version.getByRole('button', { name: 'Replace the article' }).click()
  await expect(window.text).toContainText(russian)
  await expect(rows).toHaveCount(1)
  await expect(window.card('Figure', '1,600')).toBeVisible()
  await window.isSaved()
  await app.close()
  const articles = readArticles(project)
  expect(articles.map(({ text }) => text)).toEqual([wrong?.text, longer, longer])
  expect(articles.at(-1)?.original).toMatchObject({
    encoding: 'windows-1251',
    encodingFrom: 'chosen',
  })
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, findings: [] })
})
