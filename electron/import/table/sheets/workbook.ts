/** A row of a sheet that has something in it. */
export type SheetRow = {
  /** As the program that made it counts, from 1. */
  readonly number: number
  /** Hidden by hand or by a filter. */
  readonly isHidden: boolean
  /** What the cells show, by column from 0; cells with nothing in them are absent. */
  readonly cells: ReadonlyMap<number, string>
}

/** Cells of which the file does not say what they show. */
export type SheetTally = {
  /** Cells such as `#N/A`. */
  errors: number
  /** Formulas that no program has computed yet. */
  uncomputed: number
}

export type Sheet = {
  readonly name: string
  readonly isHidden: boolean
  /** Read anew each time; what is counted is added to `tally`. Throws RefusedFile. */
  readonly rows: (tally: SheetTally) => Iterable<SheetRow>
}

/** A file of a spreadsheet program: its sheets in their order. */
export type Workbook = { readonly sheets: readonly Sheet[] }

/** Columns that are read; no table of articles has more. */
export const mostColumns = 1000
