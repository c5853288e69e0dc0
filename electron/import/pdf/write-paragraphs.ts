import type { ArticleDocument, Mark } from '../../../shared/article/blocks'
import type { BlockWriter } from '../block-writer'
import { createBlockWriter } from '../block-writer'
import { lineJoint } from './hyphenation'
import type { Line } from './lines'
import type { PageLook } from './page-look'
import type { Paragraph } from './paragraphs'

export type WrittenFrom = {
  readonly paragraphs: readonly Paragraph[]
  readonly headings: ReadonlyMap<Paragraph, number>
  readonly notes: readonly Paragraph[]
  readonly look: PageLook
  /** Words that stand whole inside a line, in lower case. */
  readonly words: ReadonlySet<string>
}

/** The blocks of the paragraphs, each with the page it begins on; notes stand at the end. */
export function writeParagraphs(from: WrittenFrom): ArticleDocument {
  const writer = createBlockWriter()
  const lists = openLists(writer)
  for (const paragraph of from.paragraphs) {
    const [first] = paragraph.lines
    if (first === undefined) continue
    lists.place(paragraph, first)
    const level = from.headings.get(paragraph)
    writer.startBlock(level, first.page)
    writeWords(writer, paragraph, from, level !== undefined)
  }
  lists.close()
  for (const note of from.notes) {
    writer.startBlock(undefined, note.lines[0]?.page)
    writeWords(writer, note, from, false)
  }
  return writer.finish()
}

type OpenList = { readonly kind: 'bulletList' | 'orderedList'; readonly indent: number }

/** Opens and closes lists as items come and go; an item further in than the one before it begins a list inside it. */
function openLists(writer: BlockWriter): {
  readonly place: (paragraph: Paragraph, first: Line) => void
  readonly close: () => void
} {
  const open: OpenList[] = []
  let hasItem = false
  const closeItem = (): void => {
    if (hasItem) writer.close()
    hasItem = false
  }
  const closeList = (): void => {
    closeItem()
    writer.close()
    open.pop()
    // A list that is not the outermost lies in an item of the next.
    hasItem = open.length > 0
  }
  const close = (): void => {
    while (open.length > 0) closeList()
  }
  return {
    place: ({ marker }, first) => {
      if (marker === undefined) {
        close()
        return
      }
      const kind = marker.kind === 'number' ? 'orderedList' : 'bulletList'
      const indent = first.start - first.columnStart
      const margin = 0.8 * first.size
      while (open.length > 0) {
        const last = open.at(-1)
        const isDeeper = last !== undefined && indent > last.indent + margin
        const isSame = last?.kind === kind && Math.abs(indent - last.indent) <= margin
        if (isDeeper || isSame) break
        closeList()
      }
      const last = open.at(-1)
      if (last !== undefined && indent <= last.indent + margin) closeItem()
      else {
        open.push({ kind, indent })
        writer.open(
          marker.kind === 'number'
            ? { type: 'orderedList', start: marker.number }
            : { type: 'bulletList' },
        )
      }
      writer.open({ type: 'listItem' })
      hasItem = true
    },
    close,
  }
}

type Piece = { text: string; readonly marks: readonly Mark[] }

function writeWords(
  writer: BlockWriter,
  { lines, marker }: Paragraph,
  { look, words }: WrittenFrom,
  isHeading: boolean,
): void {
  const pieces: Piece[] = []
  lines.forEach((line, index) => {
    if (index > 0) joinLines(pieces, line.text, words)
    let skipped = index === 0 ? (marker?.length ?? 0) : 0
    for (const run of line.runs) {
      const text = run.text.slice(skipped)
      skipped = Math.max(0, skipped - run.text.length)
      if (text === '') continue
      const marks: Mark[] = []
      if (run.bold && !isHeading && !look.isBodyBold) marks.push({ type: 'bold' })
      if (run.italic && !isHeading && !look.isBodyItalic) marks.push({ type: 'italic' })
      if (run.href !== undefined) marks.push({ type: 'link', attrs: { href: run.href } })
      pieces.push({ text, marks })
    }
  })
  for (const [index, { text, marks }] of pieces.entries()) {
    const shown = text.replaceAll('\u00ad', '')
    // A blank between two words that are marked alike is marked as they are, any other is not.
    const isBlank = shown.trim() === ''
    writer.inline.write(shown, isBlank ? commonMarks(pieces[index - 1], pieces[index + 1]) : marks)
  }
}

function commonMarks(before: Piece | undefined, after: Piece | undefined): readonly Mark[] {
  return (before?.marks ?? []).filter(mark =>
    after?.marks.some(
      other =>
        other.type === mark.type &&
        (other.type !== 'link' || mark.type !== 'link' || other.attrs.href === mark.attrs.href),
    ),
  )
}

/** Ends the last line's words as the next line goes on. */
function joinLines(pieces: Piece[], next: string, words: ReadonlySet<string>): void {
  while (pieces.length > 0 && pieces.at(-1)?.text.trim() === '') pieces.pop()
  const last = pieces.at(-1)
  if (last === undefined) return
  last.text = last.text.trimEnd()
  const before = pieces
    .slice(-6)
    .map(({ text }) => text)
    .join('')
  const joint = lineJoint(before, next, words)
  if (joint === 'without-hyphen') last.text = last.text.slice(0, -1)
  else if (joint === 'blank') pieces.push({ text: ' ', marks: [] })
}
