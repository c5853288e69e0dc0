import { RefusedFile } from '../../refused-file'
import { streamXml } from '../../xml/stream-xml'
import type { DateFormat } from './date-cells'
import { dateOfSerial } from './date-cells'
import type { MergedCell } from './merged-cells'
import { mergedCells } from './merged-cells'
import type { SheetRow, SheetTally } from './workbook'
import { mostColumns } from './workbook'
import { numberText, unescapedText } from './xlsx-text'

/** What the cells of a sheet refer to. */
export type ShownCells = {
  readonly strings: readonly string[]
  readonly dateFormats: readonly (DateFormat | undefined)[]
  readonly is1904: boolean
  readonly tally: SheetTally
}

type OpenCell = {
  readonly column: number
  readonly type: string
  readonly style: number
  isFormula: boolean
  value: string
}

/** The rows of the sheet in `bytes`, the part of this name, with merged cells filled in. Throws RefusedFile. */
export function* xlsxRows(bytes: Uint8Array, part: string, shown: ShownCells): Generator<SheetRow> {
  const merged = mergedCells()
  for (const range of mergedIn(bytes)) merged.add(range)
  const ready: SheetRow[] = []
  let row: { number: number; isHidden: boolean; cells: Map<number, string> } | undefined
  let last = 0
  let column = -1
  let cell: OpenCell | undefined
  let isValue = false
  let isAid = false
  const pieces = streamXml(bytes, part, {
    open: (name, attributes) => {
      switch (name) {
        case 'row': {
          const number = Number(attributes.get('r') ?? last + 1)
          const isHidden = isTrue(attributes.get('hidden'))
          row = { number, isHidden, cells: new Map() }
          last = number
          column = -1
          return
        }
        case 'c': {
          const place = attributes.get('r')
          column = place === undefined ? column + 1 : columnOf(place)
          if (column >= mostColumns)
            throw new RefusedFile(`a sheet in it has more than ${mostColumns} columns`)
          const type = attributes.get('t') ?? 'n'
          const style = Number(attributes.get('s') ?? 0)
          cell = { column, type, style, isFormula: false, value: '' }
          return
        }
        case 'f':
          if (cell !== undefined) cell.isFormula = true
          return
        case 'rPh':
          isAid = true
          return
        case 'v':
        case 't':
          isValue = cell !== undefined && !isAid
      }
    },
    close: name => {
      switch (name) {
        case 'v':
        case 't':
          isValue = false
          return
        case 'rPh':
          isAid = false
          return
        case 'c': {
          const text = cell === undefined ? '' : textOf(cell, shown)
          if (cell !== undefined && text.trim() !== '') row?.cells.set(cell.column, text)
          cell = undefined
          return
        }
        case 'row':
          if (row !== undefined && row.cells.size > 0) {
            merged.fill(row.number, row.cells)
            ready.push(row)
          }
          row = undefined
      }
    },
    text: text => {
      if (isValue && cell !== undefined) cell.value += text
    },
  })
  for (const _piece of pieces) yield* ready.splice(0)
}

/** What a cell shows; empty for an error and for a formula without its result, which are counted. */
function textOf(
  { type, style, isFormula, value }: OpenCell,
  { strings, dateFormats, is1904, tally }: ShownCells,
): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr':
    case 'str':
      return unescapedText(value)
    case 'b':
      return isTrue(value) ? 'TRUE' : 'FALSE'
    case 'e':
      tally.errors += 1
      return ''
    case 'd':
      return value
    default: {
      if (value === '') {
        if (isFormula) tally.uncomputed += 1
        return ''
      }
      const format = dateFormats[style]
      const date = format === undefined ? undefined : dateOfSerial(Number(value), format, is1904)
      return date ?? numberText(value)
    }
  }
}

/** Merged cells stand after all rows: they are looked for in the end of the part, so that it is parsed once. */
function mergedIn(bytes: Uint8Array): MergedCell[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = all.toString('latin1', Math.max(0, all.lastIndexOf('sheetData>')))
  const places = tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)
  return Array.from(places, ([, column = '', first, last]) => ({
    column: columnOf(column),
    firstRow: Number(first),
    lastRow: Number(last),
  }))
}

/** The column of a place such as `AB12`, from 0. */
function columnOf(place: string): number {
  let column = 0
  for (const sign of place.toUpperCase()) {
    const letter = sign.charCodeAt(0) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return Math.max(0, column - 1)
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
