import type { ColumnChoice } from '../../../shared/article/table-columns'
import type { Result } from '../../../shared/outcome/result'
import type { TableHead, TablePart } from './table-head'

/** A table that a file can be read as, with which of its columns is what by their names, and by what is in them. */
export type OfferedPart = TablePart & { readonly guessed: ColumnChoice }

/** What is asked about a table before its rows are read. */
export type TableQuestion = Pick<TableHead, 'name'> & {
  /** One at least; a workbook has several. */
  readonly parts: readonly OfferedPart[]
  /** The first one that has a text. */
  readonly likeliest: OfferedPart
}

/** The part that is read, and which of its columns is what. */
export type TableAnswer = { readonly part: OfferedPart; readonly columns: ColumnChoice }

/** Says which part is read and which column is what, or why the table stays out. */
export type AskColumns = (question: TableQuestion) => Promise<Result<TableAnswer>>
