import { openWorkbook } from './sheets/open-workbook'
import type { SheetRemarks } from './sheets/sheet-table'
import { sheetTable } from './sheets/sheet-table'
import type { Sheet } from './sheets/workbook'
import type { TablePart } from './table-head'
import type { TableRow } from './table-row'

/** A sheet before its rows are counted. */
type OpenSheet = Pick<TablePart, 'sheets' | 'isHidden'> & {
  readonly columns: readonly string[]
  readonly remarks: readonly string[]
  readonly rows: () => Iterable<TableRow>
}

/**
 * What a workbook can be read as: each of its sheets that is a table, hidden ones last, and sheets with the
 * same columns together. `sum` looks into one. Throws RefusedFile.
 */
export function workbookHead(
  bytes: Uint8Array,
  name: string,
  sum: (sheet: OpenSheet) => TablePart | undefined,
): TablePart[] {
  const { sheets } = openWorkbook(bytes)
  const isAlone = sheets.length === 1
  const parts = sheets.flatMap(sheet => {
    const found = emptyRemarks()
    const rows = (): Iterable<TableRow> => rowsOf(sheet, name, isAlone, found)
    const { name: own, isHidden } = sheet
    const part = sum({ sheets: [own], isHidden, columns: [], remarks: [], rows })
    if (part === undefined) return []
    const columns = [...new Set([...found.columns, ...part.columns])]
    return [{ ...part, columns, remarks: sentences(found, own) }]
  })
  return [...alike(parts), ...parts].toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden))
}

/** The rows of the sheets with these names. Throws RefusedFile. */
export function* workbookRows(
  bytes: Uint8Array,
  name: string,
  wanted: readonly string[] = [],
): Generator<TableRow> {
  const { sheets } = openWorkbook(bytes)
  for (const sheet of sheets)
    if (wanted.includes(sheet.name)) yield* rowsOf(sheet, name, sheets.length === 1, emptyRemarks())
}

function* rowsOf(
  sheet: Sheet,
  name: string,
  isAlone: boolean,
  remarks: SheetRemarks,
): Generator<TableRow> {
  const of = isAlone ? name : `${sheet.name} in ${name}`
  for (const { number, values } of sheetTable(sheet, remarks))
    yield {
      name: `row ${number} of ${of}`,
      bytes: Buffer.from(JSON.stringify(Object.fromEntries(values))),
    }
}

/** Sheets that are not hidden and have the same columns, as one table. */
function alike(parts: readonly TablePart[]): TablePart[] {
  const groups = new Map<string, TablePart[]>()
  for (const part of parts) {
    if (part.isHidden) continue
    const key = JSON.stringify(part.columns.toSorted())
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  return [...groups.values()]
    .filter(group => group.length > 1)
    .map(group => ({
      sheets: group.flatMap(({ sheets }) => sheets),
      isHidden: false,
      columns: group[0]?.columns ?? [],
      sample: group[0]?.sample ?? [],
      total: group.reduce((sum, { total }) => sum + total, 0),
      remarks: group.flatMap(({ remarks }) => remarks),
    }))
}

function emptyRemarks(): SheetRemarks {
  return { columns: [], errors: 0, uncomputed: 0, hiddenRows: 0, rowsAbove: 0 }
}

function sentences(found: SheetRemarks, sheet: string): string[] {
  const told: readonly (readonly [count: number, one: string, many: string])[] = [
    [
      found.hiddenRows,
      'row hidden in the workbook was left out.',
      'rows hidden in the workbook were left out.',
    ],
    [
      found.rowsAbove,
      'row above the names of the columns was left out.',
      'rows above the names of the columns were left out.',
    ],
    [
      found.errors,
      'cell with an error such as #N/A counts as empty.',
      'cells with an error such as #N/A count as empty.',
    ],
    [
      found.uncomputed,
      `cell with a formula and no result counts as empty. ${compute} it.`,
      `cells with a formula and no result count as empty. ${compute} them.`,
    ],
  ]
  return told.flatMap(([count, one, many]) =>
    count === 0 ? [] : [`In the sheet “${sheet}”, ${count} ${count === 1 ? one : many}`],
  )
}

const compute = 'Open the workbook in a spreadsheet program and save it to compute'
