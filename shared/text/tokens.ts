import type { Span } from './span'

/**
 * White space as the most readers take it: what `\s` says, and with it the separators U+001C to U+001F and
 * U+0085, at which Python's `str.split` cuts a line into columns.
 */
const space = '[\\s\\x1c-\\x1f\\x85]'

/**
 * What is one token, tried in this order at each place. Letters and digits hold together across one mark of
 * their kind (`don't`, `2,500.75`, `example.org`), as in UAX #29, WB6 to WB12; abbreviations keep their
 * last dot (`U.S.`); joined emoji and flags stay whole; every other character stands alone, but for
 * runs of dots and dashes. Property escapes and no `Intl.Segmenter`, whose answers change with its data.
 */
const tokenPatterns = [
  String.raw`\p{L}\p{M}*(?:\.\p{L}\p{M}*)+\.(?![\p{L}\p{N}])`,
  String.raw`[\p{L}\p{M}\p{N}_]+(?:(?<=[\p{L}\p{M}])['’.:·](?=\p{L})[\p{L}\p{M}\p{N}_]+|(?<=\p{N})[.,:'’](?=\p{N})[\p{L}\p{M}\p{N}_]+)*`,
  String.raw`\p{RI}\p{RI}`,
  String.raw`\p{ExtPict}[\p{EMod}\p{M}]*(?:\u200d\p{ExtPict}[\p{EMod}\p{M}]*)*`,
  String.raw`\.{2,}|-{2,}`,
]

/** A run of white space, a token, or the one character that is left, with its accents. */
const pieces = new RegExp(`(${space}+)|${tokenPatterns.join('|')}|[^]\\p{M}*`, 'gu')

/** True when `text` has white space, where the readers of token formats cut; false for an empty one. */
export function hasWhiteSpace(text: string): boolean {
  return new RegExp(space).test(text)
}

/** A piece of the text between two boundaries of tokens, offsets in UTF-16. */
export type Piece = Span & { readonly isSpace: boolean }

/**
 * The whole of `text`, without a gap, as tokens and the white space between them. `cuts` are offsets (UTF-16, in
 * any order, none inside a surrogate pair) that become boundaries, so that annotations can begin and end there.
 */
export function textPieces(text: string, cuts: Iterable<number> = []): Piece[] {
  const ordered = [...new Set(cuts)].sort((a, b) => a - b)
  const found: Piece[] = []
  let next = 0
  for (const { 0: piece, 1: white, index } of text.matchAll(pieces)) {
    const isSpace = white !== undefined
    const end = index + piece.length
    let start = index
    while ((ordered[next] ?? Infinity) <= start) next += 1
    for (let cut = ordered[next]; cut !== undefined && cut < end; cut = ordered[next]) {
      found.push({ start, end: cut, isSpace })
      start = cut
      next += 1
    }
    found.push({ start, end, isSpace })
  }
  return found
}

/** The tokens of `text` with their offsets in UTF-16, in order; none has white space in it. See `textPieces` for `cuts`. */
export function tokensOf(text: string, cuts: Iterable<number> = []): Span[] {
  return textPieces(text, cuts)
    .filter(({ isSpace }) => !isSpace)
    .map(({ start, end }) => ({ start, end }))
}
