import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from './app'
import { runAssay } from './command-line'
import { readAnnotations } from './project-files'
import { accessFaults } from './window/access'
import { workbench } from './window/workbench'

test('a backup is made by hand, kept where the user says, compared, and opened as a copy', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({
    'ferry.txt': 'Three boats left Belmar on Monday, and one came back.',
  })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.selectWords('Three boats')
  await page.keyboard.press('3')
  await window.isSaved()
  const kept = path.join(folder, 'kept')
  fs.mkdirSync(kept)
  await app.answerDialogs(kept)
  await page.keyboard.press('ControlOrMeta+Shift+u')
  const dialog = window.dialog('Backups')
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(dialog).toContainText('“kept”')
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  const copies = dialog.getByRole('button', { name: /^Open as a copy… / })
  await expect(copies.first()).toBeVisible()
  expect(fs.readdirSync(kept, { recursive: true }).join()).toMatch(/before-restore.*\.zip/)

  await page.keyboard.press('Escape')
  await window.selectWords('one came back')
  await page.keyboard.press('1')
  await window.isSaved()
  await page.keyboard.press('ControlOrMeta+Shift+u')
  await dialog.getByRole('button', { name: /^What differs since the backup/ }).click()
  const differs = window.dialog('What differs')
  await expect(differs.getByRole('status')).toHaveText('Articles: 1 changed. Annotations: 1 added.')
  await expect(differs.getByRole('listitem')).toHaveText('AddedClaim “one came back”')
  expect(await accessFaults(page), 'what differs').toEqual([])
  await differs.getByRole('button', { name: 'Back', exact: true }).click()
  await dialog.getByRole('button', { name: 'Earlier versions of this article' }).click()
  await dialog
    .getByRole('button', { name: /^What differs in your annotations/ })
    .first()
    .click()
  await expect(dialog.getByRole('listitem')).toHaveText('GoesClaim “one came back”')
  expect(await accessFaults(page), 'earlier versions of the annotations').toEqual([])
  await dialog.getByRole('button', { name: 'Go back to it' }).click()
  await expect(window.card('Claim', 'one came back')).toHaveCount(0)
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(window.card('Claim', 'one came back')).toBeVisible()
  await window.isSaved()
  const copy = path.join(folder, 'copy')
  await app.answerDialogs(copy)
  await page.keyboard.press('ControlOrMeta+Shift+u')
  await copies.first().click()
  await expect(page.getByRole('banner')).toContainText('Test project, 20')
  await window.isReady()
  await expect(window.card('Figure', 'Three boats')).toBeVisible()
  await expect(window.card('Claim', 'one came back')).toHaveCount(0)
  await app.close()
  expect(readAnnotations(copy)).toHaveLength(1)
  expect(readAnnotations(project)).toHaveLength(2)
  for (const checked of [copy, project])
    expect(runAssay(['check', checked], folder)).toMatchObject({ ok: true })
})
