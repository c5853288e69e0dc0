import type { Line } from './lines'
import type { PageLook } from './page-look'

/** Letters of a note are smaller than those of the text by this share at least. */
const smaller = 0.94

/** `1 See…`, `² See…`, `* See…` at the start of a note. */
const noteSign = /^\s*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,3}|[*†‡§]{1,3})[.)]?\s*\S/u

/** The lines of notes: small ones at the foot of a column, from the first that begins with a note's sign. */
export function findNotes(lines: readonly Line[], look: PageLook): ReadonlySet<Line> {
  const columns = new Map<number, Line[]>()
  for (const line of lines) columns.set(line.column, [...(columns.get(line.column) ?? []), line])
  const notes = new Set<Line>()
  for (const column of columns.values()) {
    let from = column.length
    while (from > 0 && isSmall(column[from - 1], look)) from -= 1
    const small = column.slice(from)
    const first = small.findIndex(({ text }) => noteSign.test(text))
    // A whole column of small print is no column of notes.
    if (first !== -1 && (from > 0 || small.length < 8))
      for (const line of small.slice(first)) notes.add(line)
  }
  return notes
}

/** Whether a line of notes begins the next note. */
export function beginsNote({ text }: Line): boolean {
  return noteSign.test(text)
}

function isSmall(line: Line | undefined, look: PageLook): boolean {
  return line !== undefined && line.size <= smaller * look.bodySize
}
