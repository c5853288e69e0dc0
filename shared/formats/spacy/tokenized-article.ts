import type { Span } from '../../text/span'
import type { ExportArticle } from '../format'
import { escapeLineBreaks } from '../json-text'
import { offsetWriter } from '../offset-units'
import type { SpacyToken } from './spacy-tokens'
import { spacyTokens } from './spacy-tokens'

/** Where a span lies: in code points, half-open, and in tokens, `token_end` being the last of them. */
export type SpanPlace = {
  readonly start: number
  readonly end: number
  readonly token_start: number
  readonly token_end: number
}

/** An article cut into tokens so that each of its spans is made of whole ones. */
export type TokenizedArticle = {
  readonly article: ExportArticle
  readonly tokens: readonly SpacyToken[]
  /** The tokens as Prodigy has them, offsets in code points: JSON, once for all examples of the article. */
  readonly tokensJson: string
  /** Where one of the article's spans (UTF-16) lies. Throws RangeError for any other. */
  readonly placeOf: (span: Span) => SpanPlace
}

/** Cut an article into tokens. */
export function tokenizedArticle(article: ExportArticle): TokenizedArticle {
  const { text, annotations } = article
  const offsetOf = offsetWriter(text, 'codepoint')
  const tokens = spacyTokens(
    text,
    annotations.flatMap(({ spans }) => spans),
  )
  return {
    article,
    tokens,
    tokensJson: tokensJson(text, tokens, offsetOf),
    placeOf: ({ start, end }) => {
      const first = tokenAt(tokens, start)
      const last = tokenAt(tokens, end - 1)
      if (tokens[first]?.start !== start || tokens[last]?.end !== end)
        throw new RangeError(`No tokens begin at ${start} and end at ${end}`)
      return { start: offsetOf(start), end: offsetOf(end), token_start: first, token_end: last }
    },
  }
}

/** Written by hand: an article has hundreds of tokens, and objects for each would take most of an export's time. */
function tokensJson(
  text: string,
  tokens: readonly SpacyToken[],
  offsetOf: (utf16: number) => number,
): string {
  const parts = tokens.map(
    ({ start, end, hasSpace }, id) =>
      `{"text":${JSON.stringify(text.slice(start, end))},"start":${offsetOf(start)},"end":${offsetOf(end)},"id":${id},"ws":${hasSpace ? 'true' : 'false'}}`,
  )
  return escapeLineBreaks(`[${parts.join(',')}]`)
}

/** Index of the last token that begins at or before `offset`, -1 when none does. */
function tokenAt(tokens: readonly SpacyToken[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
