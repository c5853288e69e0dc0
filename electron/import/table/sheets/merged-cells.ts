/** Cells that are merged into one over several rows, by rows from 1 and a column from 0. */
export type MergedCell = {
  readonly firstRow: number
  readonly lastRow: number
  readonly column: number
}

/**
 * Fills what a merged cell shows into the rows that it reaches down to: for a reader it stands in each of
 * them. Rows come in their order.
 */
export function mergedCells(): {
  readonly add: (merged: MergedCell) => void
  readonly fill: (row: number, cells: Map<number, string>) => void
} {
  const beginning = new Map<number, MergedCell[]>()
  let reaching: { readonly column: number; readonly lastRow: number; readonly value: string }[] = []
  return {
    add: merged => {
      if (merged.lastRow <= merged.firstRow) return
      const others = beginning.get(merged.firstRow)
      if (others === undefined) beginning.set(merged.firstRow, [merged])
      else others.push(merged)
    },
    fill: (row, cells) => {
      reaching = reaching.filter(({ lastRow }) => lastRow >= row)
      for (const { column, value } of reaching) if (!cells.has(column)) cells.set(column, value)
      for (const { column, lastRow } of beginning.get(row) ?? []) {
        const value = cells.get(column)
        if (value !== undefined) reaching.push({ column, lastRow, value })
      }
      beginning.delete(row)
    },
  }
}
