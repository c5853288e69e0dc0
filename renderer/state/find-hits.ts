import type { FoldedText } from '../../shared/text/fold-text'
import { foldText, spanInText } from '../../shared/text/fold-text'
import type { Span } from '../../shared/text/span'

/** Most hits that are looked up; beyond, the count says "more than". */
export const mostHits = 10_000

/**
 * Where `query` stands in `text`, ignoring case, accents, and the kind of quotation mark and of blank. At most `mostHits`, in order, without overlaps; none for an empty query.
 */
export function findHits(text: string, query: string): Span[] {
  const wanted = withPlainBlanks(foldText(query).letters)
  if (wanted.trim() === '') return []
  const folded = foldedOf(text)
  return hitsOf(folded.letters, wanted).map(hit => spanInText(folded, hit))
}

let last: { readonly text: string; readonly folded: FoldedText } | undefined

/** The text of the last search is kept: a word is typed letter by letter. */
function foldedOf(text: string): FoldedText {
  if (last?.text !== text) {
    const folded = foldText(text)
    last = { text, folded: { ...folded, letters: withPlainBlanks(folded.letters) } }
  }
  return last.folded
}

/** As long as `text`. */
function withPlainBlanks(text: string): string {
  return text.replace(/[\u00a0\u202f\u2009\n\t]/g, ' ')
}

function hitsOf(text: string, query: string): Span[] {
  const hits: Span[] = []
  let at = text.indexOf(query)
  while (at !== -1 && hits.length < mostHits) {
    hits.push({ start: at, end: at + query.length })
    at = text.indexOf(query, at + query.length)
  }
  return hits
}

/** The first hit at or after `offset`, else the first of all: where a search starts. */
export function hitFrom(hits: readonly Span[], offset: number): number {
  const at = hits.findIndex(hit => hit.start >= offset)
  return Math.max(0, at)
}
