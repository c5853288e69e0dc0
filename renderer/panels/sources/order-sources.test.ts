import { describe, expect, it } from 'vitest'
import type { Source, SourceId } from '../../../shared/annotation/annotation'
import type { ArticleId } from '../../../shared/article/article'
import { filterSources, listSources, mergeTargets } from './order-sources'

const source = (name: string, more: Partial<Source> = {}): Source => ({
  format: 'assay-source',
  version: 1,
  minReader: 1,
  id: name as SourceId,
  name,
  kind: 'unknown',
  aliases: [],
  ...more,
})

const tokayev = source('Kassym-Jomart Tokayev', { aliases: ['the head of state'] })
const sources = new Map(
  [
    source('Ministry of Works'),
    source('President Tokaev'),
    tokayev,
    source('Mira Okonjo', { mergedInto: tokayev.id }),
    source('Anna Lind'),
  ].map(known => [known.id as string, known]),
)
const uses = new Map([
  [
    'Ministry of Works',
    {
      source: 'Ministry of Works' as SourceId,
      annotations: 3,
      articles: ['a', 'b'] as ArticleId[],
    },
  ],
])
const listed = listSources(sources, uses)
const names = (list: readonly { readonly source: Source }[]) =>
  list.map(({ source: { name } }) => name)

describe('listSources', () => {
  it('has the most named first and leaves out what was merged', () => {
    expect(names(listed)).toEqual([
      'Ministry of Works',
      'Anna Lind',
      'Kassym-Jomart Tokayev',
      'President Tokaev',
    ])
    expect(listed[0]).toMatchObject({ annotations: 3, articles: new Set(['a', 'b']) })
  })

  it('counts what still names a source that was merged', () => {
    const id = 'Mira Okonjo' as SourceId
    const more = new Map([[id, { source: id, annotations: 2, articles: ['a' as ArticleId] }]])
    expect(listSources(sources, more)[0]).toMatchObject({
      source: tokayev,
      annotations: 2,
      ids: [tokayev.id, id],
    })
  })
})

describe('filterSources', () => {
  it.each([
    { typed: '', count: 4 },
    { typed: 'toka', count: 2 },
    { typed: 'head', count: 1 },
    { typed: 'zzz', count: 0 },
  ])('finds $count for “$typed”', ({ typed, count }) => {
    expect(filterSources(listed, typed)).toHaveLength(count)
  })
})

describe('mergeTargets', () => {
  it('offers names that are alike first, and never the source itself', () => {
    expect(names(mergeTargets(listed, tokayev))).toEqual([
      'President Tokaev',
      'Ministry of Works',
      'Anna Lind',
    ])
  })
})
