import type { ExportPiece } from '../format'
import type { Column, Row } from '../tables/column'
import { sheetHead, sheetRow, sheetTail } from './sheet-text'
import type { SheetPart } from './workbook-parts'
import {
  contentTypesHead,
  contentTypesTail,
  packageRelations,
  sheetFile,
  styles,
  workbook,
  workbookRelations,
} from './workbook-parts'

/** A table that becomes a sheet, or several when it has more rows than one holds. */
export type SheetTable = { readonly name: string; readonly columns: readonly Column[] }

/** Most rows of a sheet, that of the names included. Source: Excel specifications and limits. */
const mostRows = 1_048_576

type OpenSheet = SheetPart & { readonly table: SheetTable; rows: number }

/** A workbook that is written row by row; the pieces go out in the order in which they are given. */
export type WorkbookWriter = {
  readonly begin: () => ExportPiece[]
  readonly rows: (table: SheetTable, rows: readonly Row[]) => ExportPiece[]
  readonly end: () => ExportPiece[]
}

/** Write `tables` as sheets of the workbook `archive`, in this order; tests give a smaller sheet. */
export function workbookWriter(
  archive: string,
  tables: readonly SheetTable[],
  rowLimit = mostRows,
): WorkbookWriter {
  const sheets = new Map<SheetTable, OpenSheet[]>()
  let made = 0
  const piece = (file: string, text: string): ExportPiece => ({ archive, file, text })
  const pieceOf = ({ number }: OpenSheet, text: string): ExportPiece =>
    piece(sheetFile(number), text)

  const openSheet = (table: SheetTable): { sheet: OpenSheet; pieces: ExportPiece[] } => {
    const earlier = sheets.get(table) ?? []
    const name = earlier.length === 0 ? table.name : `${table.name} ${earlier.length + 1}`
    const sheet = { name, number: (made += 1), table, rows: 1 }
    sheets.set(table, [...earlier, sheet])
    return { sheet, pieces: [pieceOf(sheet, sheetHead(table.columns))] }
  }

  /** The sheet the next row goes to, with what its opening writes. */
  const sheetFor = (table: SheetTable): { sheet: OpenSheet; pieces: ExportPiece[] } => {
    const last = sheets.get(table)?.at(-1)
    return last === undefined || last.rows >= rowLimit
      ? openSheet(table)
      : { sheet: last, pieces: [] }
  }

  return {
    begin: () => [
      piece('[Content_Types].xml', contentTypesHead),
      piece('_rels/.rels', packageRelations),
      ...tables.flatMap(table => openSheet(table).pieces),
    ],
    rows: (table, rows) =>
      rows.flatMap(row => {
        const { sheet, pieces } = sheetFor(table)
        sheet.rows += 1
        return [...pieces, pieceOf(sheet, sheetRow(row, table.columns, sheet.rows))]
      }),
    end: () => {
      const all = tables.flatMap(table => sheets.get(table) ?? [])
      return [
        ...all.map(sheet => pieceOf(sheet, sheetTail(sheet.table.columns, sheet.rows))),
        piece('xl/workbook.xml', workbook(all)),
        piece('xl/_rels/workbook.xml.rels', workbookRelations(all)),
        piece('xl/styles.xml', styles),
        piece('[Content_Types].xml', contentTypesTail(all)),
      ]
    },
  }
}
