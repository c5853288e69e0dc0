import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from './app'
import { readArticles } from './project-files'
import { dropFiles } from './window/drop-files'
import { workbench } from './window/workbench'

const table = [
  'nr;kop;stamp;verhaal',
  '1;Dam gives way;2031-03-14;"The wall gave way in the night.',
  '',
  'Nobody was there, the police said."',
  '2;Bridge closed;;The bridge over the Miren was closed in the evening.',
  '3;No words;2031-03-15;',
].join('\n')

test('a table becomes articles by the columns that are chosen, and the choice is remembered', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'first.txt': 'Something that was here before.' })
  const inbox = ['reports.csv', 'more.csv'].map(name => path.join(folder, name))
  fs.writeFileSync(inbox[0] ?? '', table)
  fs.writeFileSync(
    inbox[1] ?? '',
    'nr;kop;stamp;verhaal\n4;Fire;2031-03-16;The old mill burned down.\n',
  )
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()

  await dropFiles(page, inbox.slice(0, 1))
  const dialog = window.dialog('Columns of the table')
  await expect(dialog).toContainText('“reports.csv” has 3 rows')
  await expect(dialog.getByRole('button', { name: 'Import 3 articles' })).toBeDisabled()
  await expect(dialog.getByLabel('First rows of kop').getByRole('listitem')).toHaveText([
    'Dam gives way',
    'Bridge closed',
    'No words',
  ])
  await dialog.getByRole('combobox', { name: 'kop' }).selectOption('Title')
  await dialog.getByRole('combobox', { name: 'stamp' }).selectOption('Published')
  // By keyboard: the first letters choose, Tab goes on.
  await dialog.getByRole('combobox', { name: 'verhaal' }).focus()
  await page.keyboard.type('Text')
  await dialog.getByRole('button', { name: 'Import 3 articles' }).focus()
  await page.keyboard.press('Enter')
  const report = window.dialog('Import report')
  await expect(report).toContainText('2 articles imported, 1 file left out.')
  await expect(report.getByRole('region', { name: 'Not imported' })).toContainText(
    '“line 6 of reports.csv” was not imported: its column “verhaal” has no words in it.',
  )
  await report.getByRole('button', { name: 'Done' }).click()

  await dropFiles(page, inbox.slice(1))
  await expect(dialog.getByRole('combobox', { name: 'verhaal' })).toHaveValue('text')
  await dialog.getByRole('button', { name: 'Import 1 article' }).click()
  await report.getByRole('button', { name: 'Done' }).click()
  await window.isSaved()
  await app.close()

  expect(
    readArticles(project).map(({ title, text, metadata }) => [title, text, metadata['published']]),
  ).toEqual([
    ['Something that was here before', 'Something that was here before.', undefined],
    [
      'Dam gives way',
      'The wall gave way in the night.\nNobody was there, the police said.',
      { value: '2031-03-14', from: 'column', found: 'stamp: 2031-03-14' },
    ],
    ['Bridge closed', 'The bridge over the Miren was closed in the evening.', undefined],
    [
      'Fire',
      'The old mill burned down.',
      { value: '2031-03-16', from: 'column', found: 'stamp: 2031-03-16' },
    ],
  ])
})
