import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../shared/article/article'
import type { ArticleField } from '../../shared/codebook/codebook'
import type { ArticleSummary } from '../../shared/project/summary'
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
  edits: { note: 'Ask about the sandbags, the mayor’s, in Wałbrzych.' },
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
    { filter: "mayor's", expected: [market] },
    { filter: 'mayor’s', expected: [market] },
    { filter: 'WALBRZYCH', expected: [market] },
    { filter: 'wałbrzych', expected: [market] },
  ])('finds by “$filter”', ({ filter, expected }) => {
    expect(filterArticles([bridge, market], filter, 'ana')).toEqual(expected)
  })
})

describe('the project’s own fields', () => {
  const fields: ArticleField[] = [
    {
      key: 'desk',
      label: 'Home Desk',
      kind: 'choice',
      choices: [{ key: 'a-1', label: 'Night Shift' }],
    },
    { key: 'reach', label: 'Reach', kind: 'number' },
    { key: 'seen', label: 'Seen', kind: 'yes-no' },
    { key: 'checked', label: 'Checked', kind: 'date' },
    { key: 'vebsajt', label: 'Вебсайт', kind: 'url' },
  ]
  const rich = summary('Rich', {
    desk: 'a-1',
    reach: '4500',
    seen: 'yes',
    checked: '2031-03-16',
    vebsajt: 'https://example.org/Page',
    place: 'Halvik',
  })
  const poor = summary('Poor', { reach: '90.5' })

  it.each([
    { filter: 'desk:a-1', expected: [rich] },
    { filter: 'home-desk:"night shift"', expected: [rich] },
    { filter: 'home-desk:night-shift', expected: [rich] },
    { filter: 'desk:night', expected: [] },
    { filter: 'desk:none', expected: [poor] },
    { filter: 'desk:', expected: [rich, poor] },
    { filter: 'reach:4,500', expected: [rich] },
    { filter: 'reach:>90', expected: [rich, poor] },
    { filter: 'reach:>=90.5 reach:<100', expected: [poor] },
    { filter: 'reach:>', expected: [] },
    { filter: 'seen:yes', expected: [rich] },
    { filter: 'checked:2031-03', expected: [rich] },
    { filter: 'вебсайт:example.org/page', expected: [rich] },
    { filter: 'place:halvik', expected: [rich] },
    { filter: 'place:none', expected: [poor] },
    { filter: 'night shift', expected: [rich] },
    { filter: 'https://example.org', expected: [rich] },
  ])('are terms: “$filter”', ({ filter, expected }) => {
    expect(filterArticles([rich, poor], filter, 'ana', fields)).toEqual(expected)
  })
})

describe('smallLine', () => {
  it('says who and when as far as it is known', () => {
    expect(smallLine(bridge)).toBe('TAN, 29 January 2022')
    expect(smallLine(market)).toBe('Daily Post')
    expect(smallLine({ metadata: {} })).toBe('')
  })
})
