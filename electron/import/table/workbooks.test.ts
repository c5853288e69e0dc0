import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mutated, mutations, seeded } from '../fixtures/mutated'
import { openTable, tableRows } from './open-table'
import { dateFormatOf, dateOfSerial } from './sheets/date-cells'
import type { TableWish } from './table-row'

const fixtures = path.join(import.meta.dirname, '../fixtures/sheets')
const atNothing = (): void => undefined

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-workbooks-'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

function file(name: string, bytes: Uint8Array): string {
  const made = path.join(folder, name)
  fs.writeFileSync(made, bytes)
  return made
}

function partsOf(wish: TableWish) {
  const opened = openTable(wish, atNothing)
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value.parts
}

function rowsOf(wish: TableWish) {
  return [...tableRows(wish, atNothing)].map(({ name, bytes }) => ({
    name,
    values: JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, string>,
  }))
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An Excel workbook with one sheet, whose rows are given as XML. */
function workbookOf(
  rows: string,
  { strings = '', formats = '', after = '', properties = '' } = {},
): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const relations = (list: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
  return zipSync({
    '_rels/.rels': strToU8(relations(relation('a', 'officeDocument', '/xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><x:workbookPr ${properties}/><x:sheets><x:sheet name="One" sheetId="1" r:id="s"/></x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations(
        relation('s', 'worksheet', 'worksheets/one.xml') +
          relation('t', 'sharedStrings', 'strings.xml') +
          relation('u', 'styles', '../xl/styles.xml'),
      ),
    ),
    'xl/worksheets/one.xml': strToU8(
      `<worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`,
    ),
    'xl/strings.xml': strToU8(`<sst ${main}>${strings}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet ${main}>${formats}</styleSheet>`),
  })
}

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const head = `<row>${text('Text')}${text('Day')}</row>`

describe.each(['reports.xlsx', 'reports.ods'])('%s as LibreOffice writes it', name => {
  const wish = { file: path.join(fixtures, name) }

  it('offers its sheets: those with the same columns together, then each, a hidden one last', () => {
    expect(partsOf(wish)).toMatchObject([
      { sheets: ['Reports', 'More reports'], isHidden: false, total: 4 },
      {
        sheets: ['Reports'],
        isHidden: false,
        total: 3,
        columns: [
          ...['Headline', 'Date', 'Filed', 'Outlet', 'Checked', 'Body', 'Words', 'Share', 'Note'],
        ],
        remarks: [
          'In the sheet “Reports”, 1 row hidden in the workbook was left out.',
          'In the sheet “Reports”, 1 row above the names of the columns was left out.',
          'In the sheet “Reports”, 1 cell with an error such as #N/A counts as empty.',
        ],
      },
      { sheets: ['More reports'], isHidden: false, total: 1, remarks: [] },
      { sheets: ['Key'], isHidden: true, total: 1, columns: ['Word', 'Meaning'] },
    ])
  })

  it('gives what its cells show: dates, times, answers, results, words in several formats, merged cells', () => {
    const rows = rowsOf({ ...wish, sheets: ['Reports', 'More reports'] })
    expect(rows).toEqual([
      {
        name: `row 3 of Reports in ${name}`,
        values: {
          Headline: 'Dam gives way',
          Date: '2031-03-14',
          Filed: '06:05:00',
          Outlet: 'Coast Herald',
          Checked: 'TRUE',
          Body: 'The wall gave way in the night.\nNobody was there, the police said.',
          Words: '66',
          Share: '0.125',
          Note: 'seen   twice',
        },
      },
      {
        name: `row 4 of Reports in ${name}`,
        values: {
          Headline: 'Bridge closed',
          Date: '2031-03-15T18:30:00',
          Outlet: 'Coast Herald',
          Checked: 'FALSE',
          Body: 'The bridge 🌉 over the Miren was closed. قالت الشرطة إن أحدا لم يصب.',
          Words: '67',
        },
      },
      {
        name: `row 6 of Reports in ${name}`,
        values: {
          Headline: 'Old & new',
          Date: '2031-03-17',
          Outlet: 'Inland Post',
          Body: 'Two lines\u2028are one <cell> here, say the sources of the paper.',
          Words: '0.1',
          Share: '12345678901',
        },
      },
      {
        name: `row 2 of More reports in ${name}`,
        values: {
          Headline: 'Fire',
          Date: '2031-04-01',
          Outlet: 'Inland Post',
          Checked: 'TRUE',
          Body: 'The old mill burned down, and nobody knows why.',
          Share: '1',
          Note: 'x',
        },
      },
    ])
  })
})

describe('an Excel workbook', () => {
  it('of an old Mac counts its days from 1904', () => {
    const rows = rowsOf({
      file: path.join(fixtures, 'days-since-1904.xlsx'),
      sheets: ['Sheet1'],
    })
    expect(rows.map(({ name, values }) => [name, values['Published']])).toEqual([
      ['row 2 of days-since-1904.xlsx', '1913-07-03'],
      ['row 3 of days-since-1904.xlsx', '2031-03-15T18:30:00'],
    ])
  })

  it('may have its texts in the cells, shared, in runs, with reading aids, escaped, computed', () => {
    const rows = [
      head,
      `<row>${text('a_x000D_\nb&amp;')}<c t="d"><v>2031-03-15T00:00:00</v></c></row>`,
      '<row r="9"><c r="A9" t="s"><v>0</v></c><c r="C9" t="str"><f>X</f><v>9</v></c></row>',
      '<row><c t="s"><v>7</v></c><c><f>A1</f></c><c t="e"><v>#REF!</v></c></row>',
      '<row><c t="s"><v>1</v></c><c t="b"><v>0</v></c></row>',
    ]
    const strings =
      '<si><r><t xml:space="preserve">東京 </t></r><r><rPr><b/></rPr><t>Tower</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t/></si>'
    const made = file('odd.xlsx', workbookOf(rows.join(''), { strings }))
    expect(rowsOf({ file: made, sheets: ['One'] })).toEqual([
      { name: 'row 2 of odd.xlsx', values: { Text: 'a\nb&', Day: '2031-03-15T00:00:00' } },
      { name: 'row 9 of odd.xlsx', values: { Text: '東京 Tower', 'column 3': '9' } },
      { name: 'row 11 of odd.xlsx', values: { Day: 'FALSE' } },
    ])
    expect(partsOf({ file: made })[0]?.remarks).toEqual([
      'In the sheet “One”, 1 cell with an error such as #N/A counts as empty.',
      'In the sheet “One”, 1 cell with a formula and no result counts as empty. Open the workbook in a spreadsheet program and save it to compute it.',
    ])
  })

  it('shows in every row what is merged over several, and only there', () => {
    const rows = [1, 2, 3, 4].map(
      number =>
        `<row r="${number}"><c r="A${number}" t="str"><v>${number === 1 ? 'Text' : `t${number}`}</v></c>${number === 2 ? '<c r="B2" t="str"><v>Herald</v></c>' : number === 1 ? '<c r="B1" t="str"><v>Outlet</v></c>' : ''}</row>`,
    )
    const after = '<mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>'
    const made = file('merged.xlsx', workbookOf(rows.join(''), { after }))
    expect(rowsOf({ file: made, sheets: ['One'] }).map(({ values }) => values)).toEqual([
      { Text: 't2', Outlet: 'Herald' },
      { Text: 't3', Outlet: 'Herald' },
      { Text: 't4' },
    ])
  })

  it.each([
    {
      name: 'no workbook',
      bytes: zipSync({ 'a.txt': strToU8('a') }),
      why: 'has no workbook in it',
    },
    { name: 'no archive', bytes: strToU8('<table><tr><td>'), why: 'is no workbook of Excel' },
    { name: 'an empty sheet', bytes: workbookOf(''), why: 'holds no rows with named columns' },
    {
      name: 'entities',
      bytes: zipSync({
        ...unzipSync(workbookOf(head)),
        'xl/worksheets/one.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'),
      }),
      why: 'declares entities',
    },
    {
      name: 'a column far out',
      bytes: workbookOf('<row r="1"><c r="XFD1" t="str"><v>a</v></c></row>'),
      why: 'has more than 1000 columns',
    },
    {
      name: 'a name that leads out',
      bytes: zipSync({ '../xl/workbook.xml': strToU8('a') }),
      why: 'has a name that leads out of the archive',
    },
    {
      name: 'a bomb',
      bytes: zipSync({ 'xl/workbook.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 }),
      why: 'times its size, as only files made to do harm do',
    },
    {
      name: 'a password',
      bytes: Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      why: 'is protected by a password',
    },
  ])('with $name is refused, with its name and the reason', ({ bytes, why }) => {
    const opened = openTable({ file: file('refused.xlsx', bytes) }, atNothing)
    const message = opened.ok ? '' : opened.error.message
    expect(message).toContain('“refused.xlsx” was not imported as a table of articles: ')
    expect(message).toContain(why)
  })
})

describe('number formats', () => {
  it.each([
    ['dd/mm/yyyy', 'date'],
    ['[$-409]mmm d, yyyy;@', 'date'],
    ['mmmm', 'date'],
    ['yyyy-mm-dd"T"hh:mm:ss', 'date-time'],
    ['[h]:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['h:mm AM/PM', 'time'],
    ['ggge"年"m"月"d"日"', 'date'],
    ['General', undefined],
    ['0.00E+00', undefined],
    ['#,##0.00 "days"', undefined],
    ['[Red]0.0\\d', undefined],
    ['[$CHF] 0', undefined],
    ['@', undefined],
    ['"TRUE";"TRUE";"FALSE"', undefined],
  ])('%s shows a number as %s', (code, format) => {
    expect(dateFormatOf(code)).toBe(format)
  })

  it.each([
    [1, 'date', false, '1900-01-01'],
    [59, 'date', false, '1900-02-28'],
    [61, 'date', false, '1900-03-01'],
    [0, 'date', true, '1904-01-01'],
    [47922.7708333333, 'date-time', false, '2031-03-15T18:30:00'],
    [47922, 'date-time', false, '2031-03-15'],
    [0.5, 'time', false, '12:00:00'],
    [-1, 'date', false, undefined],
    [3_000_000, 'date', false, undefined],
    [NaN, 'date', false, undefined],
  ] as const)('%d as a %s, since 1904: %s, is %s', (serial, format, is1904, expected) => {
    expect(dateOfSerial(serial, format, is1904)).toBe(expected)
  })

  it('every day of both calendars comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_957_000 }), fc.boolean(), (day, is1904) => {
        const iso = dateOfSerial(day, 'date', is1904)
        const begin = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
        expect((Date.parse(iso ?? '') - begin) / 86_400_000).toBe(day)
      }),
    )
  })
})

describe.each(['reports.xlsx', 'reports.ods'])('damaged copies of %s', name => {
  it(`${mutations} of them give rows that are whole, or a sentence`, () => {
    const whole = new Uint8Array(fs.readFileSync(path.join(fixtures, name)))
    const parts = unzipSync(whole)
    const inside = Object.keys(parts).filter(part => part.endsWith('.xml'))
    const random = seeded(20_310_314)
    let read = 0
    for (let index = 0; index < mutations; index += 1) {
      const part = inside[Math.floor(random() * inside.length)] ?? ''
      const bytes =
        index % 2 === 0
          ? mutated(whole, random)
          : zipSync({ ...parts, [part]: mutated(parts[part] ?? whole, random) }, { level: 0 })
      const made = file(`damaged${path.extname(name)}`, bytes)
      const opened = openTable({ file: made }, atNothing)
      if (!opened.ok) {
        expect(opened.error.message).toMatch(/^“damaged\.\w+” was not imported.+\..+\.$/)
        continue
      }
      read += 1
      const { sheets = [], total } = opened.value.parts[0] ?? { total: 0 }
      expect(rowsOf({ file: made, sheets })).toHaveLength(total)
    }
    expect(read).toBeGreaterThan(mutations / 20)
  })
})
