import type { Codebook } from '../../codebook/codebook'
import type { ExportArticle, ExportContext } from '../format'
import { articleRow, articleTable } from '../tables/article-table'
import type { Column, Row } from '../tables/column'
import { cellParts } from './cell-text'
import type { SheetTable } from './workbook-writer'

const partColumns: readonly Column[] = [
  ['text_part', 'Which part of the text the row has, from 1.'] as const,
  ['text_parts', 'How many rows the text takes: a cell holds 32,767 characters.'] as const,
].map(([name, description]) => ({ name, kind: 'count', description }))

/** The table of articles, with long texts in several rows: joined in order, without anything between, they are the text. */
export function articleSheet(codebook: Codebook): SheetTable {
  const { name, columns } = articleTable(codebook)
  return { name, columns: [...columns.slice(0, -1), ...partColumns, ...columns.slice(-1)] }
}

/** The row of `article`, and a row with its id and nothing but text for each further part of its text. */
export function articleSheetRows(article: ExportArticle, context: ExportContext): Row[] {
  const row = articleRow(article, context)
  const parts = cellParts(context.includesText ? article.text : '')
  const before = row.slice(0, -1)
  return parts.map((part, index) => [
    ...(index === 0 ? before : before.map((cell, at) => (at === 0 ? cell : undefined))),
    index + 1,
    parts.length,
    part,
  ])
}
