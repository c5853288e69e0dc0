/** A cell before it is written; `undefined` is an empty cell. */
export type Cell = string | number | undefined

/**
 * What a column holds. A `count` is a whole number of ours; a `decimal` is a person’s number as decimal
 * words, so that no digit is lost; an `object` and a `list` are JSON in one cell.
 */
export type ColumnKind = 'words' | 'count' | 'decimal' | 'yes-no' | 'time' | 'object' | 'list'

/** One column of a table. Column names are written as they are, so they are words without blanks. */
export type Column = {
  readonly name: string
  readonly kind: ColumnKind
  /** A sentence for those who read the table without us. */
  readonly description: string
  /** True when no cell of it is ever empty. */
  readonly isRequired?: boolean
}

/** Columns of this table that name rows of another. */
export type ForeignKey = {
  readonly columns: readonly string[]
  readonly table: string
  readonly theirs: readonly string[]
}

/** A table as it is described; its rows have one cell for each column. */
export type Table = {
  /** File or sheet name without an ending. */
  readonly name: string
  readonly description: string
  readonly columns: readonly Column[]
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
}

/** One row of a table. */
export type Row = readonly Cell[]
