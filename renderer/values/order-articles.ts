import type { ArticleOrder } from '../../shared/ipc/preferences'
import type { ArticleSummary } from '../../shared/project/summary'

/** One collator for all: making one costs more than comparing a thousand titles with it. */
const { compare } = new Intl.Collator('en', { numeric: true })

type Ordered = {
  readonly order: ArticleOrder
  /** In the order of the import. */
  readonly articles: readonly ArticleSummary[]
  /** Which article stands at each place of the list, by its place in the order of the import. */
  readonly places: readonly number[]
}

let last: Ordered | undefined

/**
 * The articles in the order in which they are listed. Those without a date or a publisher come last; what is
 * equal stays in the order of the import, in which `articles` are given. Articles are asked for after every
 * edit: only of those that are other ones than before is it looked at what they are ordered by, and only when
 * that has changed are they sorted anew.
 */
export function orderArticles(
  articles: readonly ArticleSummary[],
  order: ArticleOrder,
): readonly ArticleSummary[] {
  if (order === 'imported') return articles
  const places =
    last?.order === order && standAlike(last.articles, articles, order)
      ? last.places
      : sortedPlaces(articles, order)
  last = { order, articles, places }
  return places.flatMap(place => articles[place] ?? [])
}

function keyOf({ title, metadata }: ArticleSummary, order: ArticleOrder): string {
  if (order === 'title') return title
  if (order !== 'publisher') return metadata['published']?.value ?? ''
  return metadata['publisher']?.value ?? metadata['agency']?.value ?? ''
}

function sortedPlaces(articles: readonly ArticleSummary[], order: ArticleOrder): number[] {
  const keys = articles.map(article => keyOf(article, order))
  const keyAt = (place: number): string => keys[place] ?? ''
  return [...keys.keys()].sort((one, other) => {
    const [a, b] = [keyAt(one), keyAt(other)]
    if (a === '' || b === '') return Number(a === '') - Number(b === '')
    return order === 'newest' ? compare(b, a) : compare(a, b)
  })
}

/** Whether both are ordered alike. An article that was not touched is the same object and not looked into. */
function standAlike(
  some: readonly ArticleSummary[],
  others: readonly ArticleSummary[],
  order: ArticleOrder,
): boolean {
  return (
    some.length === others.length &&
    others.every((article, at) => {
      const before = some[at]
      return (
        before === article ||
        (before !== undefined && keyOf(before, order) === keyOf(article, order))
      )
    })
  )
}
