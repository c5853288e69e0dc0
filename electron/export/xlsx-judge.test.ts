import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'

const here = path.dirname(fileURLToPath(import.meta.url))
const golden = path.join(here, '../../shared/formats/golden')
const units = ['codepoint', 'utf16']
const isLong = process.env['ASSAY_LONG'] === '1'
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-xlsx-'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

const workbookOf = (unit: string): string => path.join(golden, `xlsx-${unit}`, 'annotations.xlsx')
const tablesOf = (unit: string): string => path.join(golden, `csv-${unit}`)

/** A copy of the workbook with one member changed. */
function forged(member: string, change: (text: string) => string): string {
  const members = unzipSync(fs.readFileSync(workbookOf('codepoint')))
  const before = strFromU8(members[member] ?? new Uint8Array())
  const after = change(before)
  expect(after).not.toBe(before)
  const file = path.join(fs.mkdtempSync(path.join(folder, 'forged-')), 'annotations.xlsx')
  fs.writeFileSync(file, zipSync({ ...members, [member]: strToU8(after) }))
  return file
}

const wrongs = [
  {
    name: 'a cell that became a formula',
    member: 'xl/worksheets/sheet1.xml',
    change: (text: string) =>
      text.replace(
        / t="inlineStr"><is><t xml:space="preserve">“, =SUM\(1\)”<\/t><\/is>/,
        '><f>SUM(1)</f><v>1</v>',
      ),
    said: /formula/,
  },
  {
    name: 'an offset that is one further',
    member: 'xl/worksheets/sheet1.xml',
    change: (text: string) => text.replace('<v>25</v>', '<v>26</v>'),
    said: /differs in \['end'\]/,
  },
  {
    name: 'words that are others',
    member: 'xl/worksheets/sheet4.xml',
    change: (text: string) => text.replace('Harbour office', 'Harbor office'),
    said: /differs in \['name'\]/,
  },
  {
    name: 'names of columns that scroll away',
    member: 'xl/worksheets/sheet1.xml',
    change: (text: string) => text.replace(/<pane [^>]*>/, ''),
    said: /scrolls|frozen/,
  },
]

function python(script: string, workbook: string, unit: string) {
  const run = spawnSync('python3', [path.join(here, script), workbook, tablesOf(unit)], {
    encoding: 'utf8',
  })
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() }
}

const hasPython = spawnSync('python3', ['--version']).status === 0

describeIf(hasPython, 'python3 is not installed')(
  'Python, reading the committed workbook on its own',
  () => {
    it.each(units)('finds in every cell what the tables say (%s)', unit => {
      expect(python('judge-xlsx.py', workbookOf(unit), unit)).toEqual({ status: 0, said: '11' })
    })

    it.each([
      ...wrongs,
      {
        name: 'a sheet that nothing says what it is',
        member: '[Content_Types].xml',
        change: (text: string) =>
          text.replace(/<Override PartName="\/xl\/worksheets\/sheet2[^>]*>/, ''),
        said: /nothing says what/,
      },
      {
        name: 'markup that is not closed',
        member: 'xl/worksheets/sheet3.xml',
        change: (text: string) => text.replace('</row>', ''),
        said: /mismatched tag/,
      },
    ])('refuses $name', ({ member, change, said }) => {
      const judged = python('judge-xlsx.py', forged(member, change), 'codepoint')
      expect(judged.status).toBe(1)
      expect(judged.said).toMatch(said)
    })
  },
)

const hasOpenpyxl = isLong && spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0

describeIf(hasOpenpyxl, 'it runs in the long form, where openpyxl is installed')(
  'openpyxl, reading the committed workbook',
  () => {
    const openpyxl = (workbook: string, unit: string) => {
      const run = spawnSync(
        '/usr/bin/python3',
        [path.join(here, 'judge-openpyxl.py'), workbook, tablesOf(unit)],
        { encoding: 'utf8' },
      )
      return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() }
    }

    it.each(units)('finds what the tables say (%s)', unit => {
      expect(openpyxl(workbookOf(unit), unit)).toEqual({ status: 0, said: '11' })
    })

    it.each(wrongs)('refuses $name', ({ member, change, said }) => {
      const judged = openpyxl(forged(member, change), 'codepoint')
      expect(judged.status).toBe(1)
      expect(judged.said).toMatch(said)
    })
  },
)
