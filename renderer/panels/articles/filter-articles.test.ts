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

const bridge: ArticleSummary = {
  ...summary('The bridge at Tarn', { agency: 'TAN', published: '2022-01-29' }),
  annotators: { ana: { status: 'done', counts: {}, relations: 0 } },
}
const market: ArticleSummary = {
  ...summary('A market burns', { publisher: 'Daily Post' }),
  edits: { note: 'Ask about the sandbags.' },
}

describe('filterArticles', () => {
  it.each([
    { filter: '', expected: [bridge, market] },
    { filter: 'BRIDGE', expected: [bridge] },
    { filter: 'post', expected: [market] },
    { filter: 'tarn january', expected: [bridge] },
    { filter: 'flood', expected: [bridge, market] },
    { filter: 'bridge post', expected: [] },
    { filter: 'status:done', expected: [bridge] },
    { filter: 'status:in', expected: [] },
    { filter: 'status:new', expected: [market] },
    { filter: 'tag:flo', expected: [bridge, market] },
    { filter: 'tag:', expected: [bridge, market] },
    { filter: 'tag:fire', expected: [] },
    { filter: 'publisher:"daily post"', expected: [market] },
    { filter: 'publisher:tan', expected: [bridge] },
    { filter: 'date:2022-01', expected: [bridge] },
    { filter: 'after:2022-01', expected: [bridge] },
    { filter: 'after:2022-01-30', expected: [] },
    { filter: 'before:2022', expected: [bridge] },
    { filter: 'before:2022-01-28', expected: [] },
    { filter: 'market tag:flood status:new', expected: [market] },
    { filter: 'http:bridge', expected: [] },
    { filter: 'sandbags', expected: [market] },
  ])('finds by “$filter”', ({ filter, expected }) => {
    expect(filterArticles([bridge, market], filter, 'ana')).toEqual(expected)
  })
})

describe('smallLine', () => {
  it('says who and when as far as it is known', () => {
    expect(smallLine(bridge)).toBe('TAN, 29 January 2022')
    expect(smallLine(market)).toBe('Daily Post')
    expect(smallLine({ metadata: {} })).toBe('')
  })
})
