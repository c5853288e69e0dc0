import type { Cell } from '../tables/column'

/** What makes a spreadsheet compute a cell instead of showing it, also in its full-width form. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/

const plainNumber = /^[+-]?\d+(?:\.\d+)?$/

/** True for a cell that a spreadsheet would take for a formula. A plain number, also a negative one, is none. */
export function looksLikeFormula(cell: Cell): cell is string {
  return typeof cell === 'string' && formulaStart.test(cell) && !plainNumber.test(cell)
}

/** The cell with an apostrophe in front where a spreadsheet would compute it. This changes data. */
export function guardFormula(cell: Cell): Cell {
  return looksLikeFormula(cell) ? `'${cell}` : cell
}
