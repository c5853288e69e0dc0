import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from './app'
import { runAssay } from './command-line'
import { readAnnotations, readArticles } from './project-files'
import { trapsText } from './traps'
import { accessFaults } from './window/access'
import { startScreen } from './window/start-screen'
import { workbench } from './window/workbench'

const cut = (file: string): void => {
  fs.truncateSync(file, 200)
}

test('damage is said quietly when a project opens, shown in plain words, and mended after a backup', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({
    'ferry.txt': trapsText,
    'harbour.txt': 'Harbour\n\nAna Tor said 40 boats sank.',
  })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.selectWords('14 dead')
  await page.keyboard.press('3')
  await window.isSaved()
  await window.runCommand('Backups')
  await window.dialog('Backups').getByRole('button', { name: 'Back up now' }).click()
  await expect(window.dialog('Backups').getByText('Made by hand')).toBeVisible()
  await page.keyboard.press('Escape')
  await window.runCommand('Close the project')
  const [article = ''] = fs.readdirSync(path.join(project, 'articles')).sort()
  const damaged = path.join(project, 'articles', article)
  const whole = fs.readFileSync(damaged, 'utf8')
  cut(damaged)
  fs.writeFileSync(path.join(project, 'articles', 'notes.txt'), 'mine')

  await startScreen(page).openRecent('Test project')
  await window.isReady()
  const notice = page.getByRole('status').filter({ hasText: '3 things in this project' })
  await notice.getByRole('button', { name: 'Show' }).click()
  const dialog = window.dialog('Check the project')
  await expect(dialog).toContainText('The text of “The ferry was “safe in May”')
  await expect(dialog).toContainText('its annotations are kept')
  expect(await accessFaults(page), 'what was found').toEqual([])
  await dialog.getByRole('button', { name: 'Mend…' }).click()
  const asked = window.dialog('Mend the project')
  await expect(asked.getByRole('list', { name: 'What will be done' })).toHaveText(
    /2 things are put together again.*1 thing is moved out of the way/,
  )
  expect(await accessFaults(page), 'what will be mended').toEqual([])
  await asked.getByRole('button', { name: 'Back up and mend' }).click()
  const report = window.dialog('What was mended')
  await expect(report).toContainText('It was put back from a backup.')
  await expect(report).toContainText('Everything in the project is in order now.')
  expect(await accessFaults(page), 'what was mended').toEqual([])
  await report.getByRole('button', { name: 'Done' }).click()
  await window.openArticle('The ferry was “safe in May” 😡, the harbour office said')
  await expect(window.card('Figure', '14 dead')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(window.card('Figure', '14 dead')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(window.card('Figure', '14 dead')).toBeVisible()
  await window.isSaved()

  // A second window may look, and not mend.
  const second = await launch({ args: [project] })
  fs.writeFileSync(path.join(project, 'sources', 'stray.txt'), 'x')
  await workbench(second.page).isReady()
  await workbench(second.page).runCommand('Check the project')
  const looked = workbench(second.page).dialog('Check the project')
  await expect(looked).toContainText('open for reading only')
  await expect(looked.getByRole('button', { name: 'Mend…' })).toBeDisabled()
  second.end()
  fs.rmSync(path.join(project, 'sources', 'stray.txt'))

  await app.close()
  expect(fs.readFileSync(damaged, 'utf8')).toBe(whole)
  expect(readAnnotations(project)).toHaveLength(1)
  const kept = fs.readdirSync(path.join(project, 'quarantine'), { recursive: true }).join()
  expect(kept).toContain('notes.txt')
  expect(kept).toContain('list.json')
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, findings: [] })
})

test('a project that cannot be opened is checked and mended from the start screen, and its backups open', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const first = await launch({ args: [project] })
  const before = workbench(first.page)
  await before.isReady()
  await before.selectWords('14 dead')
  await first.page.keyboard.press('3')
  await before.isSaved()
  await before.runCommand('Backups')
  await before.dialog('Backups').getByRole('button', { name: 'Back up now' }).click()
  await expect(before.dialog('Backups').getByText('Made by hand')).toBeVisible()
  await first.page.keyboard.press('Escape')
  await before.runCommand('Close the project')
  fs.writeFileSync(path.join(project, 'project.json'), '{ "format"')
  const { page } = first
  await startScreen(page).openRecent('Test project')
  await expect(before.alert).toContainText('could not be opened')

  const copy = path.join(folder, 'copy')
  await first.answerDialogs(copy)
  await page.getByRole('button', { name: 'Backups…' }).click()
  await before
    .dialog('Backups')
    .getByRole('button', { name: /^Open as a copy… / })
    .click()
  await before.isReady()
  await expect(before.card('Figure', '14 dead')).toBeVisible()
  await before.runCommand('Close the project')

  await startScreen(page).recent.getByText('Test project', { exact: true }).click()
  await page.getByRole('button', { name: 'Check the project…' }).click()
  await before.dialog('Check the project').getByRole('button', { name: 'Mend…' }).click()
  await before.dialog('Mend the project').getByRole('button', { name: 'Back up and mend' }).click()
  await before.dialog('What was mended').getByRole('button', { name: 'Open the project' }).click()
  await before.isReady()
  await expect(before.card('Figure', '14 dead')).toBeVisible()
  await first.close()
  for (const checked of [project, copy]) {
    expect(readAnnotations(checked)).toHaveLength(1)
    expect(readArticles(checked)).toHaveLength(1)
    expect(runAssay(['check', checked], folder)).toMatchObject({ ok: true })
  }
})
