import { endsSentence } from '../../text/abbreviations'
import type { Span } from '../../text/span'
import { joinSpans } from '../../text/span'
import { textPieces } from '../../text/tokens'

/** What may end a sentence, with the quotation marks and brackets that close behind it. */
const end = /[.!?…]["'”’»›)\]]*$/
const lineBreak = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/

/**
 * The tokens of `text` in sentences. Tokens end and begin where one of `spans` does, and no sentence ends
 * inside one, so that every span is whole tokens of one sentence. No `Intl.Segmenter`, whose answers change
 * with its data: the same text gives the same sentences everywhere.
 */
export function tokenSentences(text: string, spans: readonly Span[]): Span[][] {
  const whole = joinSpans(spans)
  const sentences: Span[][] = []
  let sentence: Span[] = []
  let next = 0
  for (const piece of textPieces(
    text,
    spans.flatMap(span => [span.start, span.end]),
  )) {
    if (!piece.isSpace) {
      sentence.push({ start: piece.start, end: piece.end })
      continue
    }
    while ((whole[next]?.end ?? Infinity) <= piece.start) next += 1
    const isInside = (whole[next]?.start ?? Infinity) < piece.start
    if (isInside || sentence.length === 0 || !endsAt(text, piece)) continue
    sentences.push(sentence)
    sentence = []
  }
  return sentence.length === 0 ? sentences : [...sentences, sentence]
}

/** How much of the text on either side says whether a sentence ends, in code units. */
const nearby = 40

/** True when a sentence ends before the white space `space`. */
function endsAt(text: string, space: Span): boolean {
  if (lineBreak.test(text.slice(space.start, space.end))) return true
  const before = text.slice(Math.max(0, space.start - nearby), space.start)
  return end.test(before) && endsSentence(before, text.slice(space.end, space.end + nearby))
}
