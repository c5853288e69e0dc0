import type { ColumnChoice } from '../../../shared/article/table-columns'
import type { Result } from '../../../shared/outcome/result'
import type { Table } from './open-table'

/** What is asked about a table before its rows are read. */
export type TableQuestion = Pick<Table, 'name' | 'columns' | 'sample' | 'total'> & {
  /** By the names of the columns, and by what is in them. */
  readonly guessed: ColumnChoice
}

/** Says which column is what, or why the table stays out. */
export type AskColumns = (question: TableQuestion) => Promise<Result<ColumnChoice>>
