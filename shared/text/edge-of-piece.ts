import type { Span } from './span'
import type { Direction } from './text-direction'
import { directionOf, directionOfPiece } from './text-direction'

/**
 * Where the words of `piece` begin or end on the screen: at this side of what `run` covers. In words that are
 * read both ways a number or a name at the edge is drawn the other way around: its outer side is the
 * side of the whole.
 */
export function edgeOfPiece(
  text: string,
  piece: Span,
  edge: 'start' | 'end',
): { readonly run: Span; readonly side: 'left' | 'right' } {
  const words = text.slice(piece.start, piece.end)
  const direction = directionOfPiece(words, directionOfBlock(text, piece.start))
  const characters = edge === 'start' ? [...words] : [...words].toReversed()
  const length = lengthAgainst(characters, direction)
  return {
    run:
      edge === 'start'
        ? { start: piece.start, end: piece.start + length }
        : { start: piece.end - length, end: piece.end },
    side: (edge === 'start') === (direction === 'ltr') ? 'left' : 'right',
  }
}

function directionOfBlock(text: string, at: number): Direction {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return directionOf(text.slice(start, end === -1 ? undefined : end))
}

/** Units of the characters that are read against `direction`, up to the last letter among them; at least the first. */
function lengthAgainst(characters: readonly string[], direction: Direction): number {
  let length = 0
  let kept = characters[0]?.length ?? 0
  for (const character of characters) {
    length += character.length
    if (!/[\p{L}\p{Nd}]/u.test(character)) continue
    if (directionOf(character) === direction) break
    kept = length
  }
  return kept
}
