import { RefusedFile } from '../../refused-file'
import { streamXml } from '../../xml/stream-xml'
import { mergedCells } from './merged-cells'
import type { SheetRow, SheetTally } from './workbook'
import { mostColumns } from './workbook'
import { numberText } from './xlsx-text'

/** Rows that are repeated more often than this are padding up to the end of a sheet, even with something in them. */
const mostRepeats = 10_000

type OpenCell = {
  readonly attributes: ReadonlyMap<string, string>
  readonly paragraphs: string[]
}

/** The rows of the table with this number, from 0, with merged cells filled in. Throws RefusedFile. */
export function* odsRows(
  content: Uint8Array,
  table: number,
  tally: SheetTally,
): Generator<SheetRow> {
  const ready: SheetRow[] = []
  let seen = -1
  let depth = 0
  let number = 0
  let column = 0
  let row: { repeats: number; isHidden: boolean; cells: Map<number, string> } | undefined
  let cell: OpenCell | undefined
  let aside = 0
  let isParagraph = false
  const merged = mergedCells()

  const isInTable = (): boolean => seen === table && depth === 1
  const addText = (text: string): void => {
    const last = (cell?.paragraphs.length ?? 0) - 1
    if (cell !== undefined && isParagraph && aside === 0)
      cell.paragraphs[last] = (cell.paragraphs[last] ?? '') + text
  }
  const endCell = ({ attributes, paragraphs }: OpenCell): void => {
    const repeats = countOf(attributes.get('number-columns-repeated'))
    const value = textOf(attributes, paragraphs, tally)
    if (value.trim() !== '') {
      if (column + repeats > mostColumns)
        throw new RefusedFile(`a sheet in it has more than ${mostColumns} columns`)
      for (let at = column; at < column + repeats; at += 1) row?.cells.set(at, value)
      const rows = countOf(attributes.get('number-rows-spanned'))
      merged.add({ firstRow: number, lastRow: number + rows - 1, column })
    }
    column += repeats
  }
  const endRow = ({ repeats, isHidden, cells }: NonNullable<typeof row>): void => {
    const first = number
    number += repeats
    if (cells.size === 0) return
    merged.fill(first, cells)
    for (let count = 0; count < Math.min(repeats, mostRepeats); count += 1)
      ready.push({ number: first + count, isHidden, cells })
  }

  const pieces = streamXml(content, 'content.xml', {
    open: (name, attributes) => {
      if (name === 'table') {
        depth += 1
        if (depth === 1) {
          seen += 1
          number = 1
        }
      }
      if (!isInTable()) return
      if (name === 'table-row') {
        const isHidden = (attributes.get('visibility') ?? 'visible') !== 'visible'
        row = {
          repeats: countOf(attributes.get('number-rows-repeated')),
          isHidden,
          cells: new Map(),
        }
        column = 0
      } else if (name === 'table-cell' || name === 'covered-table-cell')
        cell = { attributes, paragraphs: [] }
      else if (name === 'annotation') aside += 1
      else if (name === 'p' && aside === 0) {
        cell?.paragraphs.push('')
        isParagraph = true
      } else if (name === 's') addText(' '.repeat(Math.min(1000, countOf(attributes.get('c')))))
      else if (name === 'tab') addText('\t')
      else if (name === 'line-break') addText('\n')
    },
    close: name => {
      if (name === 'table') depth -= 1
      if (!isInTable()) return
      if (name === 'annotation') aside -= 1
      else if (name === 'p' && aside === 0) isParagraph = false
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        if (cell !== undefined) endCell(cell)
        cell = undefined
      } else if (name === 'table-row') {
        if (row !== undefined) endRow(row)
        row = undefined
      }
    },
    text: addText,
  })
  for (const _piece of pieces) yield* ready.splice(0)
}

/** What a cell shows; dates in ISO 8601, whatever the format on screen is. */
function textOf(
  attributes: ReadonlyMap<string, string>,
  paragraphs: readonly string[],
  tally: SheetTally,
): string {
  const shown = paragraphs.join('\n')
  const isFault = /^(?:#[A-Z/0!?]+|Err:\d+)$/.test(shown) && attributes.has('formula')
  if (isFault) {
    tally.errors += 1
    return ''
  }
  switch (attributes.get('value-type')) {
    case 'date':
      return (attributes.get('date-value') ?? shown).replace(/T00:00:00(?:\.0+)?$/, '')
    case 'time':
      return timeOf(attributes.get('time-value') ?? '') ?? shown
    case 'boolean':
      return attributes.get('boolean-value') === 'true' ? 'TRUE' : 'FALSE'
    case 'float':
    case 'percentage':
    case 'currency':
      return numberText(attributes.get('value') ?? shown)
    default:
      return shown
  }
}

/** `PT10H30M00S` as a time of day. */
function timeOf(duration: string): string | undefined {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)/.exec(duration) ?? []
  return hours === undefined ? undefined : `${hours}:${minutes ?? '00'}:${seconds ?? '00'}`
}

function countOf(value: string | undefined): number {
  const count = Number(value ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}
