import type { Line } from './lines'
import type { ListMarker } from './list-markers'
import { findItems } from './list-items'
import type { PageLook } from './page-look'

export type Paragraph = {
  readonly lines: readonly Line[]
  /** For an item of a list: its sign, and where that stands. */
  readonly marker: ListMarker | undefined
}

/** A gap wider than this share of the usual distance of lines separates paragraphs. */
const widestLeading = 1.22

/** Lines that begin this much further in, as a share of the size of their letters, begin a paragraph. */
const leastIndent = 0.8

/** The paragraphs that lines make, in their order: told apart by gaps, indents, sizes, signs of lists, and lines that end early. */
export function findParagraphs(
  lines: readonly Line[],
  look: PageLook,
  isTagged: boolean,
): Paragraph[] {
  const items = findItems(lines, isTagged)
  const ends = lineEnds(lines, look)
  const paragraphs: { lines: Line[]; marker: ListMarker | undefined }[] = []
  lines.forEach((line, index) => {
    const current = paragraphs.at(-1)
    const before = lines[index - 1]
    const item = items.get(line)
    if (
      current === undefined ||
      before === undefined ||
      item !== undefined ||
      begins({
        before,
        line,
        after: lines[index + 1],
        isPastFirst: current.lines.length > 1,
        textStart: items.get(current.lines[0] ?? line)?.textStart,
        lineEnd: ends.get(before) ?? before.columnEnd,
        look,
        isTagged,
      })
    )
      paragraphs.push({ lines: [line], marker: item?.marker })
    else current.lines.push(line)
  })
  return paragraphs
}

type Meeting = {
  readonly before: Line
  readonly line: Line
  readonly after: Line | undefined
  /** More than one line stands before: the first line's indent is behind us. */
  readonly isPastFirst: boolean
  /** Where the words of the item begin that the paragraph is. */
  readonly textStart: number | undefined
  /** How far lines reach where `before` stands. */
  readonly lineEnd: number
  readonly look: PageLook
  /** The file says which block its lines belong to, and is believed. */
  readonly isTagged: boolean
}

function begins(meeting: Meeting): boolean {
  const { before, line, look } = meeting
  if (before.isRow || line.isRow) return true
  if (
    meeting.isTagged &&
    before.page === line.page &&
    before.endTag !== undefined &&
    line.tag !== undefined
  )
    return before.endTag.block !== line.tag.block
  if (Math.abs(before.size - line.size) > 0.08 * Math.max(before.size, line.size)) return true
  if (before.column !== line.column) return beginsColumn(meeting)
  const distance = line.y - before.y
  if (distance < 0.2 * line.size || distance > widestLeading * look.leading(line.size) + 0.4)
    return true
  if (isHeadingSize(line, look)) return false
  const indent = line.start - (meeting.textStart ?? before.start)
  const limit = leastIndent * line.size
  if (indent > limit) return true
  if (indent < -limit && (meeting.isPastFirst || meeting.textStart !== undefined)) return true
  return endsEarly(meeting)
}

/** At the top of the next column or page a gap cannot be seen: an indent, a short last line and its last sign decide. */
function beginsColumn(meeting: Meeting): boolean {
  const { before, line, after, textStart } = meeting
  if (/[-‐‑]$/.test(before.text)) return false
  const isIndented =
    after?.column === line.column &&
    line.start - after.start > leastIndent * line.size &&
    line.start - after.start < 5 * line.size
  if (isIndented) return endsSentence(before) || !/^\p{Ll}/u.test(line.text)
  const beforeIndent = before.start - before.columnStart
  const indent = line.start - line.columnStart
  if (textStart !== undefined && indent + leastIndent * line.size < beforeIndent) return true
  return endsEarly(meeting) && (endsSentence(before) || !/^\p{Ll}/u.test(line.text))
}

/** The next word would have had room: somebody ended the line before it. */
function endsEarly({ before, line, lineEnd }: Meeting): boolean {
  if (/[-‐‑\u00ad]$/.test(before.text)) return false
  const [firstWord = ''] = line.text.split(' ', 1)
  const width = (line.end - line.start) * (firstWord.length / Math.max(line.text.length, 1))
  const room = lineEnd - before.end - width - 0.6 * line.size
  if (room <= 0) return false
  if (endsSentence(before) || !/^\p{Ll}/u.test(line.text)) return true
  return room > 0.35 * (lineEnd - before.start)
}

function endsSentence({ text }: Line): boolean {
  return /[.!?…:。؟।]["'”’»)\]⁰-⁹¹²³]*$/u.test(text)
}

function isHeadingSize(line: Line, look: PageLook): boolean {
  return line.size >= 1.12 * look.bodySize
}

/** How far the lines of a stretch without a gap reach: as far as most of them do, else as far as the column. */
function lineEnds(lines: readonly Line[], look: PageLook): ReadonlyMap<Line, number> {
  const ends = new Map<Line, number>()
  let stretch: Line[] = []
  const flush = (): void => {
    const [first] = stretch
    if (first !== undefined) {
      const farthest = Math.max(...stretch.map(({ end }) => end))
      const near = farthest - 0.12 * (farthest - first.start)
      const full = stretch.filter(({ end }) => end >= near).length
      const isMeasured = stretch.length >= 3 ? full * 2 >= stretch.length : reachesFar(first)
      for (const line of stretch) ends.set(line, isMeasured ? farthest : line.columnEnd)
    }
    stretch = []
  }
  for (const line of lines) {
    const last = stretch.at(-1)
    const goesOn =
      last?.column === line.column &&
      Math.abs(last.size - line.size) < 0.08 * line.size &&
      line.y - last.y <= widestLeading * look.leading(line.size) + 0.4
    if (!goesOn) flush()
    stretch.push(line)
  }
  flush()
  return ends
}

function reachesFar(line: Line): boolean {
  return line.end - line.columnStart > 0.75 * (line.columnEnd - line.columnStart)
}
