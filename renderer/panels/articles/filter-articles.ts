import type { ArticleSummary } from '../../../shared/project/summary'
import { writeDate } from '../../values/date-text'

/** The articles in which every word of `filter` occurs: in title, details, written-out date or tags. */
export function filterArticles(
  summaries: readonly ArticleSummary[],
  filter: string,
): readonly ArticleSummary[] {
  const words = filter.toLocaleLowerCase('en').split(/\s+/).filter(Boolean)
  if (words.length === 0) return summaries
  return summaries.filter(summary => {
    const text = searchable(summary)
    return words.every(word => text.includes(word))
  })
}

/** Who published the article and when, in one small line; empty when neither is known. */
export function smallLine({ metadata }: Pick<ArticleSummary, 'metadata'>): string {
  const publisher = metadata['publisher']?.value ?? metadata['agency']?.value
  const published = metadata['published']?.value
  return [publisher, published === undefined ? undefined : writeDate(published)]
    .filter(part => part !== undefined)
    .join(', ')
}

function searchable({ title, metadata, tags }: ArticleSummary): string {
  const values = Object.values(metadata).map(entry => entry.value)
  const published = metadata['published']?.value
  return [title, ...values, published === undefined ? '' : writeDate(published), ...tags]
    .join(' ')
    .toLocaleLowerCase('en')
}
