import type {
  ExportArticle,
  ExportContext,
  ExportFormat,
  ExportPiece,
  ExportWriter,
  Loss,
} from '../format'
import { counted } from '../loss-summary'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from '../losses'
import { articleRow, articleTable } from '../tables/article-table'
import { attributeColumns, attributeLosses } from '../tables/attribute-columns'
import type { Row, Table } from '../tables/column'
import { relationRows, relationTable } from '../tables/relation-table'
import { sourceRows, sourceTable } from '../tables/source-table'
import { spanRows, spanTable } from '../tables/span-table'
import { csvRecord } from './csv-text'
import { dataPackage } from './data-package'
import { guardFormula, looksLikeFormula } from './guard-formula'

/** Four tables: one row a span, and beside it the articles with their text, the relations and the sources. */
export const csv: ExportFormat = {
  name: 'csv',
  label: 'Tables (CSV)',
  description:
    'spans.csv with one row a span; articles, relations and sources in tables of their own; datapackage.json says what each column holds.',
  offsetUnit: 'codepoint',
  hasOffsetChoice: true,
  newline: 'CRLF',
  canOmitText: true,
  hasSpreadsheetOption: true,
  splits: 'folders',
  losses: {
    'guarded-cell': count =>
      `${counted(count, 'cell')} got an apostrophe in front, so that no spreadsheet takes them for formulas.`,
  },
  start: context => {
    let isFirst = true
    return {
      begin: () => head(context),
      article: article => {
        const written = rowsOf(article, context)
        // Sources are written before the first article, where there is no place to say what changed.
        const losses = isFirst
          ? guardLosses(article, sourceTable, sourceRows(context), context)
          : []
        isFirst = false
        return { ...written, losses: [...losses, ...written.losses] }
      },
      end: () => [],
    }
  },
}

/** Makes spreadsheets read the file as UTF-8; programs would take it for a part of the first column’s name. */
const byteOrderMark = '\ufeff'

function head(context: ExportContext): ExportPiece[] {
  const tables = [spanTable(context), articleTable(context.codebook), relationTable(), sourceTable]
  return [
    ...tables.map(table => ({
      file: `${table.name}.csv`,
      text: `${context.forSpreadsheets ? byteOrderMark : ''}${csvRecord(table.columns.map(({ name }) => name))}`,
    })),
    recordsOf(sourceTable, sourceRows(context), context),
    { file: 'datapackage.json', text: dataPackage(tables, context) },
  ]
}

function rowsOf(
  article: ExportArticle,
  context: ExportContext,
): ReturnType<ExportWriter['article']> {
  const { carried, losses } = splitRelations(article, context)
  const tables = [
    [spanTable(context), spanRows(article, context)],
    [articleTable(context.codebook), [articleRow(article, context)]],
    [relationTable(), relationRows(carried, context)],
  ] as const
  return {
    pieces: tables.map(([table, rows]) => recordsOf(table, rows, context)),
    losses: [
      ...losses,
      ...attributeLosses(article, attributeColumns(context.codebook)),
      ...unknownKeyLosses(article),
      ...articleNoteLosses(article),
      ...tables.flatMap(([table, rows]) => guardLosses(article, table, rows, context)),
    ],
  }
}

function recordsOf({ name }: Table, rows: readonly Row[], context: ExportContext): ExportPiece {
  const written = context.forSpreadsheets ? rows.map(row => row.map(guardFormula)) : rows
  return { file: `${name}.csv`, text: written.map(csvRecord).join('') }
}

/** The cells of `rows` that a guard changes. */
function guardLosses(
  article: ExportArticle,
  { name, columns }: Table,
  rows: readonly Row[],
  { forSpreadsheets }: ExportContext,
): Loss[] {
  if (!forSpreadsheets) return []
  return rows.flatMap(row =>
    row.flatMap((cell, index) =>
      looksLikeFormula(cell)
        ? [
            {
              kind: 'guarded-cell',
              article: article.id,
              message: `Column ${columns[index]?.name ?? ''} of ${name}.csv: “${cell}” got an apostrophe in front.`,
            },
          ]
        : [],
    ),
  )
}
