import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../shared/article/article'
import type { ArticleOrder } from '../../shared/ipc/preferences'
import type { ArticleSummary } from '../../shared/project/summary'
import { orderArticles } from './order-articles'

const article = (title: string, metadata: Record<string, string> = {}): ArticleSummary => ({
  id: title as ArticleId,
  title,
  metadata: Object.fromEntries(
    Object.entries(metadata).map(([key, value]) => [key, { value, from: 'text' as const }]),
  ),
  tags: [],
  length: 1,
  textSha256: '',
  annotators: {},
})

const imported = [
  article('Day 10', { published: '2031-03-10', publisher: 'Norda' }),
  article('Émile left'),
  article('Day 9', { published: '2031-03-09', agency: 'Halvik' }),
  article('A storm', { published: '2031-03', publisher: 'Norda' }),
]
/** The article, telling each time somebody looks at its title or details. */
const watchedBy = (tell: () => void, { title, metadata, ...rest }: ArticleSummary) => ({
  ...rest,
  get title() {
    tell()
    return title
  },
  get metadata() {
    tell()
    return metadata
  },
})
const titles = (articles: readonly ArticleSummary[]): string[] => articles.map(({ title }) => title)

describe('orderArticles', () => {
  it.each<{ order: ArticleOrder; expected: string[] }>([
    { order: 'imported', expected: ['Day 10', 'Émile left', 'Day 9', 'A storm'] },
    { order: 'title', expected: ['A storm', 'Day 9', 'Day 10', 'Émile left'] },
    { order: 'oldest', expected: ['A storm', 'Day 9', 'Day 10', 'Émile left'] },
    { order: 'newest', expected: ['Day 10', 'Day 9', 'A storm', 'Émile left'] },
    { order: 'publisher', expected: ['Day 9', 'Day 10', 'A storm', 'Émile left'] },
  ])('lists by “$order”', ({ order, expected }) => {
    expect(titles(orderArticles(imported, order))).toEqual(expected)
  })

  it('gives the articles as they are now, and orders them anew by another title', () => {
    orderArticles(imported, 'title')
    const [first, ...others] = imported
    if (first === undefined) throw new RangeError('There is an article')
    const tagged = { ...first, tags: ['flood'] }
    expect(orderArticles([tagged, ...others], 'title')[2]).toBe(tagged)
    const renamed = { ...first, title: 'Zero' }
    expect(titles(orderArticles([renamed, ...others], 'title')).at(-1)).toBe('Zero')
  })

  it.each<{ order: ArticleOrder }>([
    { order: 'title' },
    { order: 'oldest' },
    { order: 'publisher' },
  ])('looks only into the article that was changed, by “$order”', ({ order }) => {
    const seen: number[] = []
    const watched = imported.map((one, at) => watchedBy(() => seen.push(at), one))
    const listed = titles(orderArticles(watched, order))
    const [first, second, ...others] = watched
    if (first === undefined || second === undefined) throw new RangeError('There are articles')
    const annotated = watchedBy(() => seen.push(1), imported[1] ?? article(''))
    seen.length = 0
    const after = orderArticles([first, annotated, ...others], order)
    expect([...new Set(seen)]).toEqual([1])
    expect(titles(after)).toEqual(listed)
    expect(after).toContain(annotated)
  })
})
