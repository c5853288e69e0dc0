import type { Fragment } from './fragments'
import type { PageTag } from './page-tags'
import type { PdfRun } from './pdf-page'
import type { Column } from './reading-order'

/** One line of a column. Lengths in points; `start` and `end` in the direction of reading. */
export type Line = {
  readonly page: number
  /** Counts the columns of the whole file. */
  readonly column: number
  readonly columnStart: number
  readonly columnEnd: number
  readonly start: number
  readonly end: number
  readonly y: number
  readonly size: number
  readonly runs: readonly PdfRun[]
  readonly text: string
  /** Words far apart, as in a row of a table. */
  readonly isRow: boolean
  /** What the file says of its first words. */
  readonly tag: PageTag | undefined
  /** What it says of its last words: the number of an item is tagged apart from them. */
  readonly endTag: PageTag | undefined
}

/** Cells of a row stand this far apart, as a share of the size of their letters. */
const cellGap = 1.5

/** The lines of a column from the top down. Words far apart on one line are one row when the line beside it has some too, and are then joined by bars. */
export function linesOf({ fragments, start, end }: Column, page: number, column: number): Line[] {
  const rows: Fragment[][] = []
  for (const fragment of fragments) {
    const last = rows.at(-1)?.[0]
    const isSame =
      last !== undefined &&
      Math.abs(last.y - fragment.y) <= 0.45 * Math.max(last.size, fragment.size)
    if (isSame) rows.at(-1)?.push(fragment)
    else rows.push([fragment])
  }
  const hasCells = rows.map(isApart)
  return rows.map((row, index) => {
    const isRow =
      hasCells[index] === true && (hasCells[index - 1] === true || hasCells[index + 1] === true)
    const runs = row.flatMap((fragment, at) =>
      at === 0
        ? spaced(fragment.runs)
        : [gap(fragment, isRow ? ' | ' : ' '), ...spaced(fragment.runs)],
    )
    const main = row.reduce((wide, next) =>
      next.end - next.start > wide.end - wide.start ? next : wide,
    )
    return {
      page,
      column,
      columnStart: start,
      columnEnd: end,
      start: Math.min(...row.map(fragment => fragment.start)),
      end: Math.max(...row.map(fragment => fragment.end)),
      y: main.y,
      size: main.size,
      runs,
      text: runs
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
      isRow,
      tag: runs.find(({ text }) => text.trim() !== '')?.tag,
      endTag: runs.findLast(({ text }) => text.trim() !== '')?.tag,
    }
  })
}

function isApart(row: readonly Fragment[]): boolean {
  return row.some((fragment, index) => {
    const before = row[index - 1]
    return before !== undefined && fragment.start - before.end > cellGap * fragment.size
  })
}

/** Runs with a blank where the page has a gap between them and no blank. */
function spaced(runs: readonly PdfRun[]): PdfRun[] {
  return runs.flatMap((run, index) => {
    const before = runs[index - 1]
    if (before === undefined) return [raised(run, runs)]
    const distance = Math.max(run.left, before.left) - Math.min(run.right, before.right)
    const isNoteSign =
      index === 1 && /^(?:\d{1,3}|[*†‡§])$/.test(before.text) && /^\p{Lu}/u.test(run.text)
    const isApartFrom = isNoteSign || distance > 0.25 * Math.min(run.size, before.size)
    const hasBlank = /\s$/.test(before.text) || /^\s/.test(run.text)
    const shown = raised(run, runs)
    return isApartFrom && !hasBlank ? [{ ...shown, text: ' ' }, shown] : [shown]
  })
}

function gap(fragment: Fragment, text: string): PdfRun {
  const run = fragment.runs[0]
  return {
    text,
    left: 0,
    right: 0,
    y: fragment.y,
    size: fragment.size,
    bold: run?.bold ?? false,
    italic: run?.italic ?? false,
    isRightToLeft: false,
  }
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The number of a note is written with raised digits: beside a figure it would be read as part of it. */
function raised(run: PdfRun, beside: readonly PdfRun[]): PdfRun {
  if (!/^\s*\d{1,3}\s*$/.test(run.text)) return run
  const base = beside.find(other => other.size > run.size * 1.2 && /\p{L}|\p{N}/u.test(other.text))
  if (base === undefined || base.y - run.y < 0.15 * base.size) return run
  return { ...run, text: run.text.replace(/\d/g, digit => raisedDigits.charAt(Number(digit))) }
}
