import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../shared/article/article'
import type { ArticleSummary } from '../../../shared/project/summary'
import { filterArticles, smallLine } from './filter-articles'

const summary = (title: string, metadata: Record<string, string>): ArticleSummary => ({
  id: title as ArticleId,
  title,
  metadata: Object.fromEntries(
    Object.entries(metadata).map(([key, value]) => [key, { value, from: 'text' as const }]),
  ),
  tags: ['flood'],
  length: 1,
  textSha256: '',
  annotators: {},
})

const bridge = summary('The bridge at Tarn', { agency: 'TAN', published: '2022-01-29' })
const market = summary('A market burns', { publisher: 'Daily Post' })

describe('filterArticles', () => {
  it.each([
    { filter: '', expected: [bridge, market] },
    { filter: 'BRIDGE', expected: [bridge] },
    { filter: 'post', expected: [market] },
    { filter: 'tarn january', expected: [bridge] },
    { filter: 'flood', expected: [bridge, market] },
    { filter: 'bridge post', expected: [] },
  ])('finds by “$filter”', ({ filter, expected }) => {
    expect(filterArticles([bridge, market], filter)).toEqual(expected)
  })
})

describe('smallLine', () => {
  it('says who and when as far as it is known', () => {
    expect(smallLine(bridge)).toBe('TAN, 29 January 2022')
    expect(smallLine(market)).toBe('Daily Post')
    expect(smallLine({ metadata: {} })).toBe('')
  })
})
