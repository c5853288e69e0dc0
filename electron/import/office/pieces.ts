import type { Piece } from './office-blocks'

/** True when the pieces have no words: nothing but white space and breaks. What is left out is no word. */
export function isBlank(pieces: readonly Piece[]): boolean {
  return pieces.every(
    piece =>
      piece.kind === 'break' ||
      piece.kind === 'left-out' ||
      (piece.kind === 'text' && piece.text.trim() === ''),
  )
}

/**
 * The pieces without white space and breaks at either end: tabs and empty lines there are how people
 * indent, centre and part. Broken surrogates become the replacement character, soft hyphens go: they say
 * where a word may be parted, and are no letters of it.
 */
export function trimPieces(pieces: readonly Piece[]): readonly Piece[] {
  const cleaned = pieces.map(piece =>
    piece.kind === 'text' ? { ...piece, text: cleanText(piece.text) } : piece,
  )
  if (isBlank(cleaned)) return cleaned.filter(({ kind }) => kind === 'left-out')
  return trimEnd(trimEnd(cleaned, 'start').toReversed(), 'end').toReversed()
}

/** Text of a document as it is kept: no soft hyphens, no control characters, no half of a surrogate pair. */
function cleanText(text: string): string {
  return text.replace(/[\u00ad\u0000-\u0008\u000b-\u001f\u007f]/g, '').toWellFormed()
}

function trimEnd(pieces: readonly Piece[], side: 'start' | 'end'): Piece[] {
  const kept: Piece[] = []
  let isInside = false
  for (const piece of pieces) {
    if (isInside || piece.kind === 'left-out') kept.push(piece)
    else if (piece.kind === 'note') {
      isInside = true
      kept.push(piece)
    } else if (piece.kind === 'text') {
      const text = side === 'start' ? piece.text.trimStart() : piece.text.trimEnd()
      if (text === '') continue
      isInside = true
      kept.push({ ...piece, text })
    }
  }
  return kept
}
