import { describe, expect, it } from 'vitest'
import type { SearchQuery } from '../../shared/search/search-query'
import { runSearch } from './run-search'
import { textCache } from './text-cache'

const query: SearchQuery = { text: 'ferry', kind: 'words', isCaseSensitive: false }

const texts: Readonly<Record<string, string>> = {
  a: 'The ferry left. Then the Ferry came back.',
  b: 'Nothing here.',
  c: `${'x'.repeat(100)} 😡 ferry ${'y'.repeat(100)}`,
}

describe('a search through a project', () => {
  it('gives each hit with its place and its surroundings, article by article', () => {
    const begun = runSearch(
      query,
      ['a', 'b', 'c', 'gone'],
      textCache(id => texts[id]),
    )
    if (!begun.ok) throw new Error(begun.error.message)
    const { hits, articlesDone, articlesTotal } = begun.value.next({ budgetMs: 1e6, mostHits: 10 })
    expect(hits.map(({ article, start, end }) => [article, start, end])).toEqual([
      ['a', 4, 9],
      ['a', 25, 30],
      ['c', 104, 109],
    ])
    // Words longer than what is shown are cut.
    expect(hits[2]?.before).toMatch(/^…x+ 😡 $/)
    expect(hits[2]?.after).toMatch(/^ y{79}…$/)
    expect([hits[0]?.before, hits[0]?.after]).toEqual(['The ', ' left. Then the Ferry came back.'])
    expect([articlesDone, articlesTotal]).toEqual([4, 4])
  })

  it('cuts the surroundings of a hit between words, and says that it cut', () => {
    const around = 'All was quiet in the harbour of Kesmir 😡 that night; nobody had heard of the'
    const text = `${around} ferry ${around}`
    const begun = runSearch(
      query,
      ['a'],
      textCache(() => `Before it. ${text} Behind it.`),
    )
    if (!begun.ok) throw new Error(begun.error.message)
    const [hit] = begun.value.next({ budgetMs: 1e6, mostHits: 10 }).hits
    expect(hit?.before).toBe(`… ${around} `)
    expect(hit?.after).toBe(` ${around} …`)
  })

  it('gives the direction of the paragraph, not of the words shown before', () => {
    const text = 'ארוך\nThe ferry left.\n12 ferry\nאמרה: ferry\nferry'
    const begun = runSearch(
      query,
      ['a'],
      textCache(() => text),
    )
    if (!begun.ok) throw new Error(begun.error.message)
    const { hits } = begun.value.next({ budgetMs: 1e6, mostHits: 10 })
    expect(hits.map(({ direction }) => direction)).toEqual(['ltr', 'ltr', 'rtl', 'ltr'])
  })

  it('stops at its limits and goes on from there', () => {
    let time = 0
    const begun = runSearch(
      query,
      ['a', 'b', 'c'],
      textCache(id => texts[id]),
      () => time++,
    )
    if (!begun.ok) throw new Error(begun.error.message)
    const first = begun.value.next({ budgetMs: 1e6, mostHits: 1 })
    expect(first).toMatchObject({ hits: [{ start: 4 }], uncounted: 1, articlesDone: 1 })
    const second = begun.value.next({ budgetMs: 1e6, mostHits: 1 })
    expect(second).toMatchObject({ hits: [{ start: 25 }], uncounted: 0 })
    const slow = begun.value.next({ budgetMs: 0, mostHits: 9 })
    expect(slow).toMatchObject({ hits: [], articlesDone: 2 })
    expect(begun.value.next({ budgetMs: 0, mostHits: 9 }).hits).toHaveLength(1)
  })

  it('keeps no more texts than it may, and finds the same', () => {
    let reads = 0
    const cache = textCache(id => {
      reads += 1
      return texts[id]
    }, 50)
    for (let round = 0; round < 2; round += 1) {
      const begun = runSearch(query, ['a', 'b', 'c'], cache)
      if (!begun.ok) throw new Error(begun.error.message)
      expect(begun.value.next({ budgetMs: 1e6, mostHits: 10 }).hits).toHaveLength(3)
    }
    // The last is read for its filter and again for each search; the first is kept.
    expect(reads).toBe(5)
  })

  it('is refused for an expression that cannot be read', () => {
    expect(
      runSearch(
        { ...query, text: '(', kind: 'regular-expression' },
        [],
        textCache(() => ''),
      ),
    ).toMatchObject({ ok: false })
  })
})
