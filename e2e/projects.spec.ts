import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { ArticleEdits } from '../shared/article/article'
import { expect, test } from './app'
import { runAssay } from './command-line'
import { readArticles, readFolder } from './project-files'
import { trapsText } from './traps'
import { dropFiles } from './window/drop-files'
import { startScreen } from './window/start-screen'
import { workbench } from './window/workbench'

function readProject(folder: string): { id: string; name: string } {
  return JSON.parse(fs.readFileSync(path.join(folder, 'project.json'), 'utf8')) as {
    id: string
    name: string
  }
}

/** Every file below `folder` with the checksum of its bytes: equal when nothing at all has changed. */
function fingerprint(folder: string): Record<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
  return Object.fromEntries(
    files.map(file => [
      path.relative(folder, file),
      createHash('sha256').update(fs.readFileSync(file)).digest('hex'),
    ]),
  )
}

test('a project is made, renamed, duplicated, found again at the next start and taken off the list', async ({
  launch,
  folder,
}) => {
  const [made, copy] = [path.join(folder, 'made'), path.join(folder, 'copy')]
  const app = await launch()
  const { page } = app
  const start = startScreen(page)
  const window = workbench(page)
  await expect(start.title).toBeVisible()
  await expect(start.recent).toHaveCount(0)
  await app.answerDialogs(made)
  await start.makeProject('Januar-Unruhen 😡')
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  fs.writeFileSync(path.join(folder, 'ferry.txt'), trapsText)
  await app.answerDialogs(path.join(folder, 'ferry.txt'))
  await page.getByRole('button', { name: 'Import articles…' }).click()
  await window.dialog('Import report').getByRole('button', { name: 'Done' }).click()
  await window.isReady()
  await window.selectWords('14 dead')
  await page.keyboard.press('3')

  await window.runCommand('Rename the project')
  const rename = window.dialog('Rename the project')
  await rename.getByRole('textbox').fill('January unrest')
  await rename.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByRole('banner')).toContainText('January unrest')
  await app.answerDialogs(copy)
  await window.runCommand('Duplicate the project')
  const duplicate = window.dialog('Duplicate the project')
  await expect(duplicate.getByRole('textbox')).toHaveValue('January unrest copy')
  await duplicate.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(page.getByRole('banner')).toContainText('January unrest copy')
  await expect(window.card('Figure', '14 dead')).toBeVisible()
  await app.close()

  const [first, second] = [readProject(made), readProject(copy)]
  expect([first.name, second.name]).toEqual(['January unrest', 'January unrest copy'])
  expect(second.id).not.toBe(first.id)
  expect(readArticles(copy)).toEqual(readArticles(made))
  expect(runAssay(['check', copy], folder)).toMatchObject({ ok: true, counts: { annotations: 1 } })

  const again = await launch({ userData: app.userData })
  const next = startScreen(again.page)
  const reopened = workbench(again.page)
  await expect(next.recent).toHaveText([/^January unrest copy copy/, /^January unrest made/])
  await next.openRecent('January unrest made')
  await reopened.isReady()
  await expect(reopened.card('Figure', '14 dead')).toBeVisible()
  await reopened.runCommand('Close the project')
  await expect(next.title).toBeVisible()
  fs.renameSync(copy, path.join(folder, 'moved'))
  await next.openRecent('January unrest copy')
  await expect(reopened.alert).toHaveText(
    'The folder “copy” is not there any more. If it was moved or its disk was unplugged, bring it back and open it again.',
  )
  await next.forget('January unrest copy')
  await expect(next.recent).toHaveText([/^January unrest made/])
  await again.close()
  expect(fs.readFileSync(path.join(app.userData, 'config.json'), 'utf8')).not.toContain(copy)
})

test('the sample has three articles; one is renamed, put into the bin and brought back twice', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const window = workbench(page)
  await startScreen(page).openSample()
  await window.isReady()
  const rows = window.articles.getByRole('listitem')
  await expect(rows).toHaveCount(3)
  const before = 'Minister corrects flood figures as dam chief steps down'
  const title = 'The minister’s figures'
  await window.articleMenu(before, 'Rename…')
  const field = window.articles.getByRole('textbox', { name: `New title of ${before}` })
  await expect(field).toBeFocused()
  await field.fill(title)
  await field.press('Enter')
  await window.openArticle(title)
  await window.selectWords('nine people had died')
  await page.keyboard.press('1')

  await window.articleMenu(title, 'Remove')
  await expect(rows).toHaveCount(2)
  await expect(page.getByText(`“${title}” is in the bin.`)).toBeVisible()
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(3)
  await expect(page.getByText('is in the bin')).toHaveCount(0)
  await window.runCommand('Put the article into the bin')
  await expect(rows).toHaveCount(2)
  await window.isSaved()
  await app.close()

  const again = await launch({ args: ['--sample'], userData: app.userData })
  const reopened = workbench(again.page)
  await reopened.isReady()
  const list = reopened.articles.getByRole('listitem')
  await expect(list).toHaveCount(2)
  await reopened.articles.getByRole('button', { name: 'Bin (1)' }).click()
  await expect(list).toHaveCount(1)
  await reopened.openArticle(title)
  await expect(again.page.getByText('This article is in the bin.')).toBeVisible()
  await reopened.articleMenu(title, 'Put back')
  await expect(list).toHaveCount(0)
  await reopened.articles.getByRole('button', { name: 'Back to the articles' }).click()
  await expect(list).toHaveCount(3)
  await expect(reopened.card('Claim', 'nine people had died')).toBeVisible()
  await reopened.isSaved()
  await again.close()
  const sample = path.join(app.userData, 'sample-project')
  const [edits, ...others] = readFolder<ArticleEdits>(sample, 'metadata')
  expect(others).toEqual([])
  expect(edits).toMatchObject({ title })
  expect(edits).not.toHaveProperty('removedAt')
  expect(readArticles(sample).map(article => article.title)).toContain(before)
})

test('what cannot be opened is said, what is newer is only read, and neither is touched', async ({
  launch,
  folder,
  projectWith,
}) => {
  const newer = projectWith({ 'ferry.txt': trapsText })
  const head = path.join(newer, 'project.json')
  const damaged = path.join(folder, 'damaged')
  fs.cpSync(newer, damaged, { recursive: true })
  fs.truncateSync(path.join(damaged, 'project.json'), 40)
  fs.writeFileSync(
    head,
    fs.readFileSync(head, 'utf8').replace(/"minReader": \d+/, '"minReader": 9'),
  )
  const holiday = path.join(folder, 'holiday')
  fs.mkdirSync(holiday)
  fs.writeFileSync(path.join(holiday, 'photo.txt'), 'sea')
  const before = [newer, damaged, holiday].map(fingerprint)

  // A folder named at the start that is not there is said, too.
  const app = await launch({ args: [path.join(folder, 'named')] })
  const { page } = app
  const start = startScreen(page)
  const window = workbench(page)
  await expect(window.alert).toContainText('The folder “named” is not there any more.')
  for (const [chosen, sentence] of [
    [holiday, 'The folder “holiday” is not an Assay project'],
    [damaged, 'its file project.json is damaged. Nothing in the folder was changed.'],
    [path.join(folder, 'nowhere'), 'The folder “nowhere” is not there any more.'],
  ] as const) {
    await app.answerDialogs(chosen)
    await start.openChosen()
    await expect(window.alert.filter({ hasText: sentence })).toBeVisible()
    await expect(start.title).toBeVisible()
  }
  await expect(start.recent).toHaveCount(0)
  await dropFiles(page, [path.join(holiday, 'photo.txt')])
  await expect(window.alert.filter({ hasText: 'Open or create a project first' })).toBeVisible()

  await app.answerDialogs(newer)
  await start.openChosen()
  await window.isReady()
  await expect(
    window.alert.filter({ hasText: 'Read-only: This project was made by a newer version' }),
  ).toBeVisible()
  await window.selectWords('14 dead')
  await expect(window.toolbar).toHaveCount(0)
  for (const key of ['1', '2', '3', 'Delete', 'ControlOrMeta+z']) await page.keyboard.press(key)
  await expect(window.cards.getByRole('group')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Import articles' })).toBeDisabled()
  await dropFiles(page, [path.join(holiday, 'photo.txt')])
  await expect(window.alert.filter({ hasText: 'nothing can be imported into it' })).toBeVisible()
  await page.getByRole('button', { name: 'Details' }).click()
  const details = window.dialog('Details')
  await expect(details.getByRole('textbox', { name: 'Title', exact: true })).not.toBeEditable()
  await page.keyboard.press('Escape')
  await window.runCommand('Close the project')
  await expect(start.title).toBeVisible()
  await app.close()
  expect([newer, damaged, holiday].map(fingerprint)).toEqual(before)
})

test('settings that cannot be read are kept aside and said, and a chosen theme lasts', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const userData = path.join(folder, 'settings-damaged')
  fs.mkdirSync(userData)
  fs.writeFileSync(path.join(userData, 'config.json'), '{"theme": "dar')
  const app = await launch({ args: [project], userData })
  const window = workbench(app.page)
  await window.isReady()
  const notice = window.alert.filter({ hasText: 'Your settings could not be read' })
  await expect(notice).toContainText('your projects are untouched')
  const [kept, ...others] = fs
    .readdirSync(userData)
    .filter(name => name.startsWith('config.json.damaged-'))
  expect(others).toEqual([])
  await expect(notice).toContainText(kept ?? 'no copy')
  expect(fs.readFileSync(path.join(userData, kept ?? ''), 'utf8')).toBe('{"theme": "dar')
  await notice.getByRole('button', { name: 'Put away' }).click()
  await expect(notice).toHaveCount(0)
  const page = app.page.locator('html')
  await expect(page).toHaveAttribute('data-theme', 'light')
  await window.runCommand('Dark paper')
  await expect(page).toHaveAttribute('data-theme', 'dark')
  await app.close()

  const again = await launch({ args: [project], userData })
  await workbench(again.page).isReady()
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(again.page.getByRole('alert')).toHaveCount(0)
  await again.close()
})
