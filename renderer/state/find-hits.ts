import type { Span } from '../../shared/text/span'

/** Most hits that are looked up; beyond, the count says "more than". */
export const mostHits = 10_000

/**
 * Where `query` stands in `text`, ignoring case, the kind of quotation mark and of blank, and whether
 * accents are composed. At most `mostHits`, in order, without overlaps; none for an empty query.
 */
export function findHits(text: string, query: string): Span[] {
  if (query.trim() === '') return []
  const folded = foldText(text)
  const forms = new Set([query, query.normalize('NFC'), query.normalize('NFD')].map(foldText))
  const hits = [...forms].flatMap(form => hitsOf(folded, form))
  if (forms.size > 1) hits.sort((a, b) => a.start - b.start || b.end - a.end)
  return withoutOverlaps(hits).slice(0, mostHits)
}

/** Same length as `text`, so that offsets stay true: signs whose small form is longer stay as they are. */
function foldText(text: string): string {
  const small = text.toLowerCase()
  const lower =
    small.length === text.length
      ? small
      : Array.from(text, sign => {
          const one = sign.toLowerCase()
          return one.length === sign.length ? one : sign
        }).join('')
  return lower
    .replace(/ς/g, 'σ')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u00a0\u202f\u2009\n\t]/g, ' ')
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
