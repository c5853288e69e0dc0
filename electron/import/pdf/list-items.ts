import type { Line } from './lines'
import type { ListMarker } from './list-markers'
import { listMarker } from './list-markers'

export type ListLine = {
  readonly marker: ListMarker
  /** Where the words after the sign begin, in the direction of reading. */
  readonly textStart: number
}

/** How many lines away the next item may begin. */
const nearby = 25

/** The lines that begin an item of a list. A sign does alone; a dash or a number needs another that goes on with it, at the same place of the line. */
export function findItems(lines: readonly Line[], isTagged: boolean): ReadonlyMap<Line, ListLine> {
  const marked = lines.flatMap((line, index) => {
    const marker = listMarker(rawText(line))
    return marker === undefined || line.isRow ? [] : [{ line, index, marker }]
  })
  const items = new Map<Line, ListLine>()
  marked.forEach(({ line, index, marker }, at) => {
    const goesOn = [marked[at - 1], marked[at + 1]].some(
      other =>
        other !== undefined &&
        Math.abs(other.index - index) <= nearby &&
        Math.abs(indentOf(other.line) - indentOf(line)) <= 0.5 * line.size &&
        follows(marker, other.marker),
    )
    if (marker.kind === 'bullet' || goesOn)
      items.set(line, { marker, textStart: textStart(line, marker) })
  })
  if (isTagged) addTagged(items, lines)
  return items
}

/** Signs that a program draws are no text; where the file says what its items are, it is believed. */
function addTagged(items: Map<Line, ListLine>, lines: readonly Line[]): void {
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const isNew = before?.page !== line.page || before.tag?.item !== line.tag?.item
    if (line.tag?.item === undefined || !isNew || items.has(line)) return
    const marker = listMarker(rawText(line)) ?? { kind: 'bullet', length: 0 }
    // An item that goes on at the top of a page is a new one there, as far as the file says.
    const goesOn =
      before !== undefined &&
      before.page !== line.page &&
      before.tag?.item !== undefined &&
      marker.length === 0 &&
      /^\p{Ll}/u.test(line.text)
    if (!goesOn) items.set(line, { marker, textStart: textStart(line, marker) })
  })
}

function follows(one: ListMarker, other: ListMarker): boolean {
  if (one.kind !== 'number' || other.kind !== 'number') return one.kind === other.kind
  return Math.abs(one.number - other.number) === 1
}

/** The words of a line as its runs have them, blanks and all. */
function rawText(line: Line): string {
  return line.runs.map(({ text }) => text).join('')
}

function indentOf(line: Line): number {
  return line.start - line.columnStart
}

function textStart(line: Line, marker: ListMarker): number {
  let length = 0
  for (const run of line.runs) {
    length += run.text.length
    if (length > marker.length && run.text.trim() !== '') {
      const fromStart = Math.abs(run.left - (line.runs[0]?.left ?? run.left))
      if (length - run.text.length >= marker.length) return line.start + fromStart
      break
    }
  }
  return line.start + (line.end - line.start) * (marker.length / Math.max(rawText(line).length, 1))
}
