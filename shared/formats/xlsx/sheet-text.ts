import { xmlHead } from '../office/xml-text'
import type { Cell, Column, Row } from '../tables/column'
import { cellText, cutToCell } from './cell-text'
import { cellStyles } from './workbook-parts'

/** How wide a column is shown, in characters, and whether its words go on in a second line. */
type ColumnLook = { readonly width: number; readonly wraps: boolean }

const wideColumns: Readonly<Record<string, ColumnLook>> = {
  title: { width: 36, wraps: false },
  name: { width: 28, wraps: false },
  label: { width: 24, wraps: false },
  text: { width: 64, wraps: true },
  note: { width: 40, wraps: true },
  description: { width: 64, wraps: true },
  examples: { width: 64, wraps: true },
}

const kindWidths: Readonly<Record<Column['kind'], number>> = {
  words: 18,
  count: 11,
  decimal: 14,
  'yes-no': 12,
  time: 25,
  object: 24,
  list: 24,
}

function lookOf({ name, kind }: Column): ColumnLook {
  const known = wideColumns[name]
  if (known !== undefined) return known
  // Ids are there for programs: their first characters tell them apart well enough for people.
  if (/(?:^|_)id$|_article$|_annotation$/.test(name)) return { width: 12, wraps: false }
  return { width: Math.max(kindWidths[kind], name.length + 4), wraps: false }
}

/** What stands before the rows of a sheet, its row of column names included: it stays when one scrolls. */
export function sheetHead(columns: readonly Column[]): string {
  const looks = columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${lookOf(column).width}" customWidth="1"/>`,
  )
  const names = columns.map(({ name }, index) => wordsCell(name, index, 1, cellStyles.head))
  return [
    xmlHead,
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '</sheetView></sheetViews>',
    `<cols>${looks.join('')}</cols>`,
    `<sheetData><row r="1">${names.join('')}</row>`,
  ].join('')
}

/** One row of a sheet; `number` counts from 1, the row of names. */
export function sheetRow(row: Row, columns: readonly Column[], number: number): string {
  const cells = row.map((cell, index) => cellOf(cell, columns[index], index, number))
  return `<row r="${number}">${cells.join('')}</row>`
}

/** What stands after the rows: a filter over all of them, and no warnings about numbers that are words. */
export function sheetTail(columns: readonly Column[], lastRow: number): string {
  const range = `A1:${columnName(columns.length - 1)}${lastRow}`
  return `</sheetData><autoFilter ref="${range}"/><ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
}

function cellOf(cell: Cell, column: Column | undefined, index: number, row: number): string {
  if (cell === undefined || cell === '') return ''
  if (typeof cell === 'number')
    return `<c r="${columnName(index)}${row}" s="${cellStyles.count}"><v>${cell}</v></c>`
  const wraps = column !== undefined && lookOf(column).wraps
  return wordsCell(cutToCell(cell).kept, index, row, wraps ? cellStyles.wrapped : cellStyles.words)
}

/** A cell of words is never a formula, whatever it begins with. */
function wordsCell(words: string, index: number, row: number, style: number): string {
  return `<c r="${columnName(index)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(words)}</t></is></c>`
}

/** `A` for column 0, `AA` for column 26. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}
