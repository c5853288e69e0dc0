import type { ExportArticle, ExportContext, ExportFormat, ExportWriter } from '../format'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from '../losses'
import { attributeColumns, attributeLosses } from '../tables/attribute-columns'
import { codebookRows, codebookTable } from '../tables/codebook-table'
import type { Row } from '../tables/column'
import { relationRows, relationTable } from '../tables/relation-table'
import { sourceRows, sourceTable } from '../tables/source-table'
import { spanRows, spanTable } from '../tables/span-table'
import { articleSheet, articleSheetRows } from './article-sheet'
import { cellLosses, cellLossSentences } from './cell-losses'
import type { SheetTable } from './workbook-writer'
import { workbookWriter } from './workbook-writer'

/** The tables as sheets of one workbook. Cells are words, never formulas; only what is counted is a number. */
export const xlsx: ExportFormat = {
  name: 'xlsx',
  label: 'Workbook (XLSX)',
  description:
    'annotations.xlsx for Excel and LibreOffice: annotations, relations, articles, sources and codebook as sheets.',
  offsetUnit: 'codepoint',
  hasOffsetChoice: true,
  newline: 'LF',
  canOmitText: true,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: cellLossSentences,
  start: context => startWorkbook(context),
}

function startWorkbook(context: ExportContext): ExportWriter {
  // Made once: the workbook knows its sheets by these very objects.
  const sheets: ArticleSheets = {
    annotations: spanTable(context, 'annotations'),
    relations: relationTable('annotations'),
    articles: articleSheet(context.codebook),
  }
  const { annotations, relations, articles } = sheets
  const writer = workbookWriter('annotations.xlsx', [
    annotations,
    relations,
    articles,
    sourceTable,
    codebookTable,
  ])
  const fixed: readonly (readonly [SheetTable, readonly Row[]])[] = [
    [sourceTable, sourceRows(context)],
    [codebookTable, codebookRows(context.codebook)],
  ]
  let isFirst = true
  return {
    begin: () => [...writer.begin(), ...fixed.flatMap(([table, rows]) => writer.rows(table, rows))],
    article: article => {
      const { tables, losses } = tablesOf(article, context, sheets)
      // Sources and codebook are written before the first article, where there is no place for losses.
      const listed = isFirst ? [...fixed, ...tables] : tables
      isFirst = false
      return {
        pieces: tables.flatMap(([table, rows]) => writer.rows(table, rows)),
        losses: [
          ...losses,
          ...listed.flatMap(([table, rows]) => cellLosses(article.id, table, rows)),
        ],
      }
    },
    end: () => writer.end(),
  }
}

/** The sheets that every article has rows in. */
type ArticleSheets = Readonly<Record<'annotations' | 'relations' | 'articles', SheetTable>>

function tablesOf(article: ExportArticle, context: ExportContext, sheets: ArticleSheets) {
  const { carried, losses } = splitRelations(article, context)
  return {
    tables: [
      [sheets.annotations, spanRows(article, context)],
      [sheets.relations, relationRows(carried, context)],
      [sheets.articles, articleSheetRows(article, context)],
    ] satisfies (readonly [SheetTable, readonly Row[]])[],
    losses: [
      ...losses,
      ...attributeLosses(article, attributeColumns(context.codebook)),
      ...unknownKeyLosses(article),
      ...articleNoteLosses(article),
    ],
  }
}
