import type { ArticleDocument } from '../../../shared/article/blocks'
import type { BlockWriter } from '../block-writer'
import { createBlockWriter } from '../block-writer'
import type { ListNesting } from './list-nesting'
import { createListNesting } from './list-nesting'
import type { OfficeBlock, OfficeBody, OfficeParagraph, OfficeTable, Piece } from './office-blocks'
import { isBlank, trimPieces } from './pieces'

/**
 * The document of a word processor's body: neighbouring quote paragraphs are one quote, list paragraphs
 * become nested lists, a table is read row by row, and the notes stand at the end, each with its label.
 */
export function writeOfficeBlocks({ blocks, notes }: OfficeBody): ArticleDocument {
  const labels = noteLabels(notes.map(({ label }) => label))
  const writer = createBlockWriter()
  const target: Target = {
    writer,
    lists: createListNesting(writer),
    labelOf: note => `[${labels[note] ?? '?'}]`,
    inQuote: false,
  }
  writeBlocks(target, blocks)
  notes.forEach((note, index) => {
    writeBlocks(target, labelled(note.blocks, `${target.labelOf(index)} `))
  })
  leaveAll(target)
  return writer.finish()
}

type Target = {
  readonly writer: BlockWriter
  readonly lists: ListNesting
  readonly labelOf: (note: number) => string
  inQuote: boolean
}

/** The labels as the document shows them; when two are the same, as with a new count on each page, they are numbered anew. */
export function noteLabels(shown: readonly string[]): readonly string[] {
  const clean = shown.map(label => label.trim())
  return clean.includes('') || new Set(clean).size < clean.length
    ? clean.map((_, index) => String(index + 1))
    : clean
}

function writeBlocks(target: Target, blocks: readonly OfficeBlock[]): void {
  for (const block of blocks)
    if (block.kind === 'paragraph') writeParagraph(target, block)
    else writeTable(target, block)
}

function writeParagraph(target: Target, paragraph: OfficeParagraph): void {
  const { level, list, isQuote } = paragraph
  const pieces = trimPieces(paragraph.pieces)
  if (pieces.length === 0) return
  const asQuote = isQuote && level === undefined
  if (asQuote !== target.inQuote) {
    leaveAll(target)
    if (asQuote) target.writer.open({ type: 'blockquote' })
    target.inQuote = asQuote
  }
  target.lists.enter(level === undefined ? list : undefined)
  target.writer.startBlock(level)
  writePieces(target, pieces)
  target.writer.startBlock()
}

function leaveAll(target: Target): void {
  target.lists.enter(undefined)
  if (target.inQuote) target.writer.close()
  target.inQuote = false
}

function writePieces({ writer, labelOf }: Target, pieces: readonly Piece[]): void {
  for (const piece of pieces)
    switch (piece.kind) {
      case 'text':
        writer.inline.writeKept(piece.text, piece.marks)
        break
      case 'break':
        writer.inline.breakLine()
        break
      case 'note':
        writer.inline.writeKept(labelOf(piece.note), [])
        break
      case 'left-out':
        writer.leaveOut(piece.what, piece.label)
        break
    }
}

/** As with web pages: a table whose cells hold more than one line each lays out a page, and its cells are read as blocks. */
function writeTable(target: Target, { rows }: OfficeTable): void {
  if (rows.some(cells => cells.some(isLayout))) {
    for (const cells of rows) for (const cell of cells) writeBlocks(target, cell)
    return
  }
  leaveAll(target)
  for (const cells of rows) {
    target.writer.startBlock()
    if (cells.every(cell => cell.every(block => block.kind === 'table' || isBlank(block.pieces))))
      continue
    cells.forEach((cell, index) => {
      if (index > 0) target.writer.inline.separate(' | ')
      for (const block of cell)
        if (block.kind === 'paragraph') writePieces(target, onOneLine(trimPieces(block.pieces)))
    })
  }
  target.writer.startBlock()
}

function isLayout(cell: readonly OfficeBlock[]): boolean {
  const said = cell.filter(block => block.kind === 'table' || trimPieces(block.pieces).length > 0)
  return (
    said.length > 1 ||
    said.some(
      block =>
        block.kind === 'table' ||
        block.level !== undefined ||
        block.list !== undefined ||
        block.isQuote,
    )
  )
}

function onOneLine(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map(piece =>
    piece.kind === 'break' ? { kind: 'text', text: ' ', marks: [] } : piece,
  )
}

/** `blocks` with `label` before their first words. */
function labelled(blocks: readonly OfficeBlock[], label: string): readonly OfficeBlock[] {
  const first = blocks.findIndex(block => block.kind === 'table' || !isBlank(block.pieces))
  const block = blocks[first]
  const piece: Piece = { kind: 'text', text: label, marks: [] }
  if (block?.kind !== 'paragraph')
    return [
      { kind: 'paragraph', pieces: [piece], level: undefined, list: undefined, isQuote: false },
      ...blocks,
    ]
  const pieces = [piece, ...trimPieces(block.pieces)]
  return blocks.with(first, { ...block, pieces, list: undefined, level: undefined, isQuote: false })
}
