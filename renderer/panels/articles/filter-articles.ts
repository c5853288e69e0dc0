import type { ArticleSummary } from '../../../shared/project/summary'
import { writeDate } from '../../values/date-text'

/** What the terms of a filter are called, as they are typed: `status:done`. */
export const filterTerms = ['status', 'tag', 'publisher', 'date', 'after', 'before'] as const
type Term = (typeof filterTerms)[number]

/**
 * The articles for which every part of `filter` holds. A word must occur in title, details, written-out
 * date, note or tags; `status:done`, `tag:flood`, `publisher:"Halvik Courier"` and `date:2031-03` look at
 * one thing, `after:` and `before:` at the date of publication, both ends included. `annotator` is whose
 * status counts.
 */
export function filterArticles(
  summaries: readonly ArticleSummary[],
  filter: string,
  annotator = '',
): readonly ArticleSummary[] {
  const parts = partsOf(filter)
  if (parts.length === 0) return summaries
  return summaries.filter(summary => parts.every(part => holds(part, summary, annotator)))
}

type Part = { readonly term: Term | undefined; readonly value: string }

/** A term that is only begun, such as `tag:`, does not count yet. */
function partsOf(filter: string): Part[] {
  const pattern = /(?:(\p{L}+):)?(?:"([^"]*)"?|(\S+))?/gu
  return [...filter.toLocaleLowerCase('en').matchAll(pattern)].flatMap(
    ([whole, name, quoted, word]) => {
      const term = filterTerms.find(known => known === name)
      const value = (quoted ?? word ?? '').trim()
      if (name !== undefined && term === undefined) return [{ term, value: whole.trim() }]
      return value === '' ? [] : [{ term, value }]
    },
  )
}

function holds({ term, value }: Part, summary: ArticleSummary, annotator: string): boolean {
  const { metadata, tags, annotators } = summary
  const published = metadata['published']?.value
  switch (term) {
    case 'status':
      return (annotators[annotator]?.status ?? 'new').startsWith(value.replaceAll(' ', '-'))
    case 'tag':
      return tags.some(tag => tag.toLocaleLowerCase('en').includes(value))
    case 'publisher':
      return [metadata['publisher'], metadata['agency']].some(
        entry => entry?.value.toLocaleLowerCase('en').includes(value) === true,
      )
    case 'date':
      return published?.startsWith(value) === true
    case 'after':
      return published !== undefined && published.slice(0, value.length) >= value
    case 'before':
      return published !== undefined && published.slice(0, value.length) <= value
    case undefined:
      return searchable(summary).includes(value)
  }
}

/** Who published the article and when, in one small line; empty when neither is known. */
export function smallLine({ metadata }: Pick<ArticleSummary, 'metadata'>): string {
  const publisher = metadata['publisher']?.value ?? metadata['agency']?.value
  const published = metadata['published']?.value
  return [publisher, published === undefined ? undefined : writeDate(published)]
    .filter(part => part !== undefined)
    .join(', ')
}

function searchable({ title, metadata, tags, edits }: ArticleSummary): string {
  const values = Object.values(metadata).map(entry => entry.value)
  const published = metadata['published']?.value
  return [
    title,
    ...values,
    published === undefined ? '' : writeDate(published),
    edits?.note ?? '',
    ...tags,
  ]
    .join(' ')
    .toLocaleLowerCase('en')
}
