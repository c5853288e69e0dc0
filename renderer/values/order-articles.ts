import type { ArticleOrder } from '../../shared/ipc/preferences'
import type { ArticleSummary } from '../../shared/project/summary'

/** One collator for all: making one costs more than comparing a thousand titles with it. */
const { compare } = new Intl.Collator('en', { numeric: true })

type Ordered = {
  readonly order: ArticleOrder
  readonly keys: readonly string[]
  /** Which article stands at each place, by its place in the order of the import. */
  readonly places: readonly number[]
}

let last: Ordered | undefined

/**
 * The articles in the order in which they are listed. Those without a date or a publisher come last; what is
 * equal stays in the order of the import, in which `articles` are given. Articles are asked for after every
 * edit, so they are sorted anew only when something they are ordered by has changed.
 */
export function orderArticles(
  articles: readonly ArticleSummary[],
  order: ArticleOrder,
): readonly ArticleSummary[] {
  if (order === 'imported') return articles
  const keys = articles.map(article => keyOf(article, order))
  if (last?.order !== order || !isSame(last.keys, keys))
    last = { order, keys, places: sortedPlaces(keys, order === 'newest') }
  return last.places.flatMap(place => articles[place] ?? [])
}

function keyOf({ title, metadata }: ArticleSummary, order: ArticleOrder): string {
  if (order === 'title') return title
  if (order !== 'publisher') return metadata['published']?.value ?? ''
  return metadata['publisher']?.value ?? metadata['agency']?.value ?? ''
}

function sortedPlaces(keys: readonly string[], isDown: boolean): number[] {
  const keyAt = (place: number): string => keys[place] ?? ''
  return [...keys.keys()].sort((one, other) => {
    const [a, b] = [keyAt(one), keyAt(other)]
    if (a === '' || b === '') return Number(a === '') - Number(b === '')
    return isDown ? compare(b, a) : compare(a, b)
  })
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, at) => key === others[at])
}
