import type { Span } from './span'
import { trimSpan } from './trim-span'
import { trimWords } from './trim-words'
import { pieceAt } from './words'

/**
 * The words that `range` of `text` touches, as they are tagged: whole words, trimmed as `trimWords` does.
 * `undefined` when nothing but white space is touched. Snapping what was snapped changes nothing.
 */
export function snapToWords(text: string, range: Span): Span | undefined {
  const touched = trimSpan(text, range)
  if (touched === undefined) return undefined
  const first = pieceAt(text, touched.start)
  const last = pieceAt(text, touched.end - 1)
  return trimWords(text, { start: first.start, end: last.end })
}
