import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from './app'
import { runAssay, tryAssay } from './command-line'
import { readArticles } from './project-files'
import { accessFaults } from './window/access'
import { dropFiles } from './window/drop-files'
import { workbench } from './window/workbench'

const workbook = (name: string): string =>
  path.join(import.meta.dirname, '../electron/import/fixtures/sheets', name)

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

test('a table in an uncertain encoding is read in the one in which its words read right', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({})
  const wire = path.join(folder, 'wire.csv')
  fs.writeFileSync(wire, Buffer.from('title,text\nOne,\xf0\xc1\xd2\xcf\xcd\n', 'latin1'))
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  await dropFiles(page, [wire])
  const dialog = window.dialog('Columns of the table')
  await expect(dialog).toContainText('Its encoding is not certain')
  const encoding = dialog.getByRole('combobox', { name: 'Encoding' })
  await encoding.selectOption('Ukrainian (KOI8-U)')
  await expect(dialog.getByLabel('First rows of text').getByRole('listitem')).toHaveText('Паром')
  expect(await accessFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Import 1 article' }).click()
  await expect(window.dialog('Import report')).toContainText('1 article imported.')
  await app.close()
  expect(readArticles(project).map(({ text }) => text)).toEqual(['Паром'])
})

test('a workbook asks which of its sheets is read, and every article keeps its row', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'first.txt': 'Something that was here before.' })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()

  await dropFiles(page, [workbook('reports.xlsx')])
  const dialog = window.dialog('Columns of the table')
  const sheet = dialog.getByRole('combobox', { name: 'Sheet' })
  await expect(sheet.getByRole('option')).toHaveText([
    'Reports, More reports together (4 rows)',
    'Reports (3 rows)',
    'More reports (1 row)',
    'Key (1 row, hidden)',
  ])
  expect(await accessFaults(page)).toEqual([])
  await sheet.selectOption('Key (1 row, hidden)')
  await expect(dialog.getByRole('button', { name: 'Import 1 article' })).toBeDisabled()
  await sheet.selectOption('Reports (3 rows)')
  await expect(dialog.getByLabel('First rows of Date').getByRole('listitem')).toHaveText([
    '2031-03-14',
    '2031-03-15T18:30:00',
    '2031-03-17',
  ])
  await dialog.getByRole('button', { name: 'Import 3 articles' }).click()
  const report = window.dialog('Import report')
  await expect(report).toContainText('3 articles imported.')
  await expect(report).toContainText('1 row hidden in the workbook was left out.')
  await expect(report).toContainText('Sheets that were not read: “More reports”, “Key”.')
  await report.getByRole('button', { name: 'Done' }).click()

  // The other sheet, by the columns that were said before; what is there already is passed over.
  await dropFiles(page, [workbook('reports.ods')])
  await dialog.getByRole('button', { name: 'Import 4 articles' }).click()
  await expect(report).toContainText('1 article imported, 3 files there already.')
  await report.getByRole('button', { name: 'Done' }).click()
  await window.isSaved()
  await app.close()

  const articles = readArticles(project)
  expect(articles.map(({ title, metadata }) => [title, metadata['published']?.value])).toEqual([
    ['Something that was here before', undefined],
    ['Dam gives way', '2031-03-14'],
    ['Bridge closed', '2031-03-15'],
    ['Old & new', '2031-03-17'],
    ['Fire', '2031-04-01'],
  ])
  expect(articles[2]?.text).toBe(
    'The bridge 🌉 over the Miren was closed. قالت الشرطة إن أحدا لم يصب.',
  )
  const { file = '', name } = articles[1]?.original ?? {}
  expect(name).toBe('row 3 of Reports in reports.xlsx')
  expect(JSON.parse(fs.readFileSync(path.join(project, file), 'utf8'))).toMatchObject({
    Headline: 'Dam gives way',
    Checked: 'TRUE',
    Outlet: 'Coast Herald',
  })
})

test('on the command line a sheet is named, and a table that hangs its reader is named with its line', ({
  folder,
  projectWith,
}) => {
  const project = projectWith({})
  const imported = tryAssay(
    ['import', project, workbook('reports.xlsx'), '--sheet', 'More reports', '--json'],
    folder,
  )
  expect(imported.code).toBe(0)
  expect(readArticles(project).map(({ title }) => title)).toEqual(['Fire'])
  expect(
    tryAssay(['import', project, workbook('reports.xlsx'), '--sheet', 'None'], folder).error,
  ).toContain('it has no sheet “None” with a table in it. It has: Reports, More reports, Key.')

  // Five million annotations in one line: far more than a reader may hold.
  const dataset = path.join(folder, 'set.jsonl')
  const line = (id: string, annotations: string): string =>
    `{"id":"${id}","title":"${id}","text":"The ${id} report.","annotations":[${annotations}]}\n`
  fs.writeFileSync(
    dataset,
    line('first', '') + line('second', `${'{},'.repeat(5_000_000)}{}`) + line('third', ''),
  )
  const annotated = tryAssay(['import-annotations', project, '--format', 'jsonl', dataset], folder)
  expect(annotated.code).toBe(1)
  expect(annotated.error).toMatch(
    /“set\.jsonl” was not imported: reading line 2 of set\.jsonl (?:needs more than 512 MB of memory|took longer than 20 seconds), so it was stopped\./,
  )
  // The article after it came in all the same.
  expect(readArticles(project).map(({ title }) => title)).toEqual(['Fire', 'first', 'third'])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, counts: { articles: 3 } })
})
