import { accentForms, foldText } from '../../shared/search/fold-text'
import type { Span } from '../../shared/text/span'

/** Most hits that are looked up; beyond, the count says "more than". */
export const mostHits = 10_000

/**
 * Where `query` stands in `text`, ignoring case, the kind of quotation mark and of blank, and whether
 * accents are composed. At most `mostHits`, in order, without overlaps; none for an empty query.
 */
export function findHits(text: string, query: string): Span[] {
  if (query.trim() === '') return []
  const folded = foldAll(text)
  const forms = accentForms(query, foldAll)
  const hits = forms.flatMap(form => hitsOf(folded, form))
  if (forms.length > 1) hits.sort((a, b) => a.start - b.start || b.end - a.end)
  return withoutOverlaps(hits).slice(0, mostHits)
}

/** As long as `text`, so that offsets stay true. */
function foldAll(text: string): string {
  return foldText(text).replace(/[\u00a0\u202f\u2009\n\t]/g, ' ')
}

function hitsOf(text: string, query: string): Span[] {
  const hits: Span[] = []
  let at = text.indexOf(query)
  while (at !== -1 && hits.length <= mostHits) {
    hits.push({ start: at, end: at + query.length })
    at = text.indexOf(query, at + query.length)
  }
  return hits
}

function withoutOverlaps(hits: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const hit of hits) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit)
  return kept
}

/** The first hit at or after `offset`, else the first of all: where a search starts. */
export function hitFrom(hits: readonly Span[], offset: number): number {
  const at = hits.findIndex(hit => hit.start >= offset)
  return Math.max(0, at)
}
