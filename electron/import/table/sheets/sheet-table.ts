import { columnNames } from '../row-values'
import type { Sheet, SheetRow, SheetTally } from './workbook'

/** Rows above the names of the columns that are looked through, such as a title over the table. */
const mostRowsAbove = 50

/** What the rows of a sheet are, beyond what stands in them. */
export type SheetRemarks = SheetTally & {
  /** Names of the columns, in their order. */
  columns: readonly string[]
  hiddenRows: number
  /** Rows above the names of the columns. */
  rowsAbove: number
}

export type TableSheetRow = {
  readonly number: number
  /** By the name of the column. */
  readonly values: ReadonlyMap<string, string>
}

/**
 * A sheet as a table: its first row with two cells or more names the columns, each row below is a row of
 * it; hidden ones are left out. `remarks` counts what was left out.
 */
export function* sheetTable(
  sheet: Sheet,
  remarks: SheetRemarks,
): Generator<TableSheetRow, void, undefined> {
  let names: ReadonlyMap<number, string> | undefined
  let above: SheetRow[] = []
  for (const row of sheet.rows(remarks)) {
    if (names !== undefined) {
      if (row.isHidden) remarks.hiddenRows += 1
      else yield named(row, names)
      continue
    }
    above.push(row)
    if (row.cells.size < 2 && above.length < mostRowsAbove) continue
    const at = row.cells.size < 2 ? 0 : above.length - 1
    names = namesIn(above[at] ?? row, remarks)
    remarks.rowsAbove += at
    for (const early of above.slice(at + 1)) yield named(early, names)
    above = []
  }
  if (names !== undefined) return
  const [head, ...rows] = above
  if (head === undefined) return
  names = namesIn(head, remarks)
  for (const row of rows) yield named(row, names)
}

function named(row: SheetRow, names: ReadonlyMap<number, string>): TableSheetRow {
  const values = new Map<string, string>()
  for (const [column, text] of row.cells) values.set(names.get(column) ?? nameless(column), text)
  return { number: row.number, values }
}

function namesIn({ cells }: SheetRow, remarks: SheetRemarks): ReadonlyMap<number, string> {
  const width = Math.max(0, ...cells.keys()) + 1
  const names = columnNames(Array.from({ length: width }, (_, column) => cells.get(column) ?? ''))
  remarks.columns = names.filter((_, column) => cells.has(column))
  return new Map([...cells.keys()].map(column => [column, names[column] ?? nameless(column)]))
}

function nameless(column: number): string {
  return `column ${column + 1}`
}
