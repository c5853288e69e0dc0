import type { Cell } from '../tables/column'

/**
 * One CSV record with its line end. Source: RFC 4180: CRLF, a quotation mark is doubled, a field with a
 * comma, a quotation mark or a line break is quoted; so is one with a blank at its edge, which some
 * readers trim. Values are written as they are: see `guardFormula` for what spreadsheets need.
 */
export function csvRecord(cells: readonly Cell[]): string {
  return `${cells.map(csvField).join(',')}\r\n`
}

function csvField(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
