/** One row, cut out of its table and complete in itself. */
export type TableRow = {
  /** For people and for its kind: `line 12 of reports.csv`. */
  readonly name: string
  /** UTF-8: an object in JSON, as it stands in the file or made from the cells of a sheet, or the head of the table and the row below it. */
  readonly bytes: Uint8Array
}

/** Which table of a file is read, and how. */
export type TableWish = {
  readonly file: string
  /** Of a workbook. */
  readonly sheets?: readonly string[] | undefined
  /** What the user says that the encoding is. */
  readonly encoding?: string | undefined
}
