import type { Span } from '../../text/span'
import { textPieces } from '../../text/tokens'
import { isUnsettledName } from './string-key'

/** A token as spaCy counts them, offsets in UTF-16; `hasSpace` when exactly one U+0020 follows that is part of no token. */
export type SpacyToken = Span & { readonly hasSpace: boolean }

/**
 * The tokens of `text` so that they and their spaces are the whole of it: all white space but a single blank
 * after a token is a token too. Every one of `spans` begins and ends with a token, also where it begins or ends
 * in white space.
 */
export function spacyTokens(text: string, spans: readonly Span[]): SpacyToken[] {
  const starts = new Set(spans.map(({ start }) => start))
  const ends = new Set(spans.map(({ end }) => end))
  const tokens: (Span & { hasSpace: boolean })[] = []
  for (const { start, end, isSpace } of textPieces(text, [...starts, ...ends])) {
    const last = tokens.at(-1)
    const isBlankAfter =
      isSpace &&
      last !== undefined &&
      text.startsWith(' ', start) &&
      !starts.has(start) &&
      !ends.has(start + 1)
    if (isBlankAfter) {
      last.hasSpace = true
      if (end > start + 1) tokens.push({ start: start + 1, end, hasSpace: false })
    } else if (!isSpace && isUnsettledName(text.slice(start, end))) {
      tokens.push({ start, end: start + 1, hasSpace: false })
      tokens.push({ start: start + 1, end, hasSpace: false })
    } else tokens.push({ start, end, hasSpace: false })
  }
  return tokens
}
