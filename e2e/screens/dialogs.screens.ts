import fs from 'node:fs'
import path from 'node:path'
import { dropFiles } from '../window/drop-files'
import { expect, shoot, test } from './studio'

test('the codebook', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await page.keyboard.press('ControlOrMeta+Shift+k')
  const dialog = window.dialog('Codebook')
  await expect(dialog.getByRole('textbox', { name: 'Name of the type' })).toHaveValue('Claim')
  await shoot(page, 'codebook')
  await dialog.getByRole('button', { name: 'Relations' }).click()
  await expect(dialog.getByRole('button', { name: 'Add a relation' })).toBeVisible()
  await shoot(page, 'codebook-relations')
  await dialog.getByRole('button', { name: /^Claim/ }).click()
  await dialog.getByRole('button', { name: 'Delete the type' }).click()
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await dialog
    .getByRole('combobox', { name: 'What becomes of Claim', exact: true })
    .selectOption('Make them Quote')
  await shoot(page, 'codebook-migration')
})

test('keys and commands', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await page.keyboard.press('?')
  await expect(window.dialog('Keys')).toBeVisible()
  await shoot(page, 'keys')
  await page.keyboard.press('Escape')
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(window.dialog('All commands')).toBeVisible()
  await shoot(page, 'commands')
})

test('export and its report', async ({ studio, folder }) => {
  const { app, page, window } = await studio.openSample()
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = window.dialog('Export')
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('jsonl')
  await expect(dialog.locator('pre')).toContainText('"title"')
  await shoot(page, 'export')
  await app.answerDialogs(path.join(folder, 'The Oravna flood, JSONL'))
  await dialog.getByRole('button', { name: /^Choose a/ }).click()
  await expect(window.dialog('Export report')).toBeVisible()
  await shoot(page, 'export-report')
})

test('the report of an import', async ({ studio, folder, sample }) => {
  const { page, window } = await studio.openSample()
  const inbox = path.join(folder, 'inbox')
  fs.mkdirSync(inbox)
  const originals = path.join(sample, 'originals')
  const wire = fs
    .readdirSync(originals, { recursive: true, encoding: 'utf8' })
    .map(name => path.join(originals, name))
    .find(file => file.endsWith('.txt'))
  if (wire === undefined) throw new Error('The sample has no plain text to print again')
  const text = fs.readFileSync(wire, 'utf8')
  const files = Object.entries({
    'reprint.txt': `${text.replaceAll('Fourteen people', 'Fifteen people')}\n\nWith reports of the desk.\n`,
    'letter.txt': 'The letter of October\n\nThe eastern wall will not hold a flood of that kind.\n',
    'front page.jpg': Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    'nothing.txt': '',
    'scan.pdf': '%PDF-1.4 broken off',
  }).map(([name, content]) => {
    const file = path.join(inbox, name)
    fs.writeFileSync(file, content)
    return file
  })
  await dropFiles(page, files)
  await expect(window.dialog('Import report')).toBeVisible()
  await shoot(page, 'import-report')
})

test('backups', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await page.keyboard.press('ControlOrMeta+Shift+u')
  const dialog = window.dialog('Backups')
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog.getByRole('button', { name: /^Open as a copy… / }).first()).toBeVisible()
  await shoot(page, 'backups')
})
