import { endsSentence } from './abbreviations'
import type { Span } from './span'
import { isInsideSurrogatePair } from './span'
import { lineAround } from './words'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** Sentences are looked for this far around an offset, in code units, in paragraphs that are longer. */
const farthest = 10_000

/**
 * The sentence that the character at `offset` of `text` stands in, with the blanks after it. Never longer
 * than its paragraph; abbreviations, initials and dates do not end it.
 */
export function sentenceAt(text: string, offset: number): Span {
  const line = lineAround(text, offset)
  const start = wholeCharacter(text, Math.max(line.start, offset - farthest))
  const end = wholeCharacter(text, Math.min(line.end, offset + farthest))
  if (offset >= end) return { start: Math.min(offset, line.end), end: line.end }
  let from = start
  const piece = text.slice(start, end)
  for (const { segment, index } of segmenter.segment(piece)) {
    const to =
      index + segment.length - openedBehind(segment, index + segment.length === piece.length)
    if (start + to <= offset) {
      if (endsSentence(piece.slice(from - start, to), piece.slice(to, to + 40))) from = start + to
    } else if (
      to === piece.length ||
      endsSentence(piece.slice(from - start, to), piece.slice(to, to + 40))
    )
      return { start: from, end: start + to }
  }
  return { start: from, end }
}

/** Where no blank stands before it, Unicode’s rules leave the sign that opens the next sentence with this one: 。「 */
function openedBehind(segment: string, isLast: boolean): number {
  return isLast ? 0 : (/(?<![\p{Ps}\p{Pi}\s])[\p{Ps}\p{Pi}]+$/u.exec(segment)?.[0].length ?? 0)
}

function wholeCharacter(text: string, offset: number): number {
  return isInsideSurrogatePair(text, offset) ? offset + 1 : offset
}
