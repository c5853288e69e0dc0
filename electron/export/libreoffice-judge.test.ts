import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'
import { csv } from '../../shared/formats/csv/csv'
import { exportArticles, exportContext } from '../../shared/formats/testing/memory-project'
import { goldProject } from '../../shared/formats/testing/gold-project'

const here = path.dirname(fileURLToPath(import.meta.url))
const golden = path.join(here, '../../shared/formats/golden')
const workbook = path.join(golden, 'xlsx-codepoint', 'annotations.xlsx')
/** UTF-8, every cell as it is and not as it is shown, all sheets. Source: LibreOffice, CSV filter parameters. */
const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
const hasOffice =
  process.env['ASSAY_LONG'] === '1' && spawnSync('soffice', ['--version']).status === 0
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-office-'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Let LibreOffice open `file` and save it as another kind; gives the folder of what it wrote. */
function converted(file: string, filter: string): string {
  const out = fs.mkdtempSync(path.join(folder, 'out-'))
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${path.join(folder, 'profile')}`,
      ...['--headless', '--convert-to', filter, '--outdir', out, file],
    ],
    { encoding: 'utf8', timeout: 120_000 },
  )
  expect(run.status).toBe(0)
  return out
}

/** Rows of a CSV file with LF line ends that LibreOffice wrote, by Python’s csv module. */
function rowsOf(file: string): Record<string, string>[] {
  const script =
    'import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))'
  const run = spawnSync('python3', ['-c', script, file], { encoding: 'utf8' })
  return JSON.parse(run.stdout) as Record<string, string>[]
}

const sheets = [
  { sheet: 'annotations', table: 'spans' },
  { sheet: 'relations', table: 'relations' },
  { sheet: 'sources', table: 'sources' },
]

describeIf(hasOffice, 'it runs in the long form, where LibreOffice is installed')(
  'LibreOffice',
  () => {
    it('opens the workbook and saves every cell as the tables have it, formulas among them as words', () => {
      const out = converted(workbook, asCsv)
      for (const { sheet, table } of sheets)
        expect(rowsOf(path.join(out, `annotations-${sheet}.csv`))).toEqual(
          rowsOf(path.join(golden, 'csv-codepoint', `${table}.csv`)),
        )
    })

    it('shows it when a cell is a formula or other words', () => {
      const members = unzipSync(fs.readFileSync(workbook))
      const sheet = 'xl/worksheets/sheet1.xml'
      const forged = strFromU8(members[sheet] ?? new Uint8Array()).replace(
        / t="inlineStr"><is><t xml:space="preserve">“, =SUM\(1\)”<\/t><\/is>/,
        '><f>SUM(1)</f>',
      )
      const file = path.join(folder, 'annotations.xlsx')
      fs.writeFileSync(file, zipSync({ ...members, [sheet]: strToU8(forged) }))
      const out = converted(file, asCsv)
      expect(rowsOf(path.join(out, 'annotations-annotations.csv'))).not.toEqual(
        rowsOf(path.join(golden, 'csv-codepoint', 'spans.csv')),
      )
    })

    it.each([
      { forSpreadsheets: true, shown: "'=1+1" },
      { forSpreadsheets: false, shown: '2' },
    ])(
      'computes a title in a table only when nobody guarded it ($forSpreadsheets)',
      ({ forSpreadsheets, shown }) => {
        const writer = csv.start({ ...exportContext(goldProject(), 'codepoint'), forSpreadsheets })
        const pieces = [
          ...writer.begin(),
          ...exportArticles(goldProject()).flatMap(
            article => writer.article({ ...article, title: '=1+1' }).pieces,
          ),
        ]
        const file = path.join(fs.mkdtempSync(path.join(folder, 'csv-')), 'articles.csv')
        const text = pieces.flatMap(piece =>
          piece.file === 'articles.csv' ? [piece.text ?? ''] : [],
        )
        fs.writeFileSync(file, text.join(''))
        const out = converted(file, asCsv)
        const [written] = fs.readdirSync(out)
        expect(rowsOf(path.join(out, written ?? '')).map(row => row['title'])).toEqual([
          shown,
          shown,
          shown,
        ])
      },
    )

    it('opens the Word document and finds every span, source and note in it', () => {
      const out = converted(
        path.join(golden, 'report', 'quotations.docx'),
        'txt:Text (encoded):UTF8',
      )
      const text = fs.readFileSync(path.join(out, 'quotations.txt'), 'utf8')
      const spans = rowsOf(path.join(golden, 'csv-codepoint', 'spans.csv'))
      for (const { text: words } of spans)
        for (const line of (words ?? '').split(/[\n\u2028\u2029\u0085]+/))
          expect(text).toContain(line)
      for (const words of [
        'Harbour office',
        'Rene\u0301e Okafor',
        'No source named',
        'part 1 of 2',
      ])
        expect(text).toContain(words)
    })

    it('refuses a Word document whose markup is not closed', () => {
      const members = unzipSync(fs.readFileSync(path.join(golden, 'report', 'quotations.docx')))
      const part = 'word/document.xml'
      const forged = strFromU8(members[part] ?? new Uint8Array()).replace(
        'Harbour office</w:t>',
        '',
      )
      const file = path.join(folder, 'quotations.docx')
      fs.writeFileSync(file, zipSync({ ...members, [part]: strToU8(forged) }))
      const out = fs.mkdtempSync(path.join(folder, 'refused-'))
      spawnSync(
        'soffice',
        [
          `-env:UserInstallation=file://${path.join(folder, 'profile')}`,
          ...['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', out, file],
        ],
        { encoding: 'utf8', timeout: 120_000 },
      )
      const [written] = fs.readdirSync(out)
      const text = written === undefined ? '' : fs.readFileSync(path.join(out, written), 'utf8')
      expect(text).not.toContain('No source named')
    })
  },
)
