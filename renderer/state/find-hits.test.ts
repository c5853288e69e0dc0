import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedLetters } from '../../shared/text/fold-text'
import { findHits, hitFrom, mostHits } from './find-hits'

const wordsOf = (text: string, query: string) =>
  findHits(text, query).map(({ start, end }) => text.slice(start, end))

describe('findHits', () => {
  it.each([
    {
      name: 'ignores case',
      text: 'Riot, riot, RIOTS',
      query: 'riot',
      expected: ['Riot', 'riot', 'RIOT'],
    },
    {
      name: 'takes straight quotes for curly ones',
      text: 'the capital’s “say”',
      query: 'capital\'s "say',
      expected: ['capital’s “say'],
    },
    {
      name: 'finds a composed accent that is typed decomposed',
      text: 'caf\u00e9',
      query: 'cafe\u0301',
      expected: ['caf\u00e9'],
    },
    {
      name: 'finds a decomposed accent that is typed composed',
      text: 'cafe\u0301',
      query: 'caf\u00e9',
      expected: ['cafe\u0301'],
    },
    {
      name: 'takes a line break and a no-break space for a blank',
      text: '1\u00a0600\nkilled',
      query: '1 600 killed',
      expected: ['1\u00a0600\nkilled'],
    },
    {
      name: 'keeps offsets when a small letter is longer',
      text: 'İstanbul Paris',
      query: 'paris',
      expected: ['Paris'],
    },
    {
      name: 'ignores accents, also where they stand behind their letter',
      text: 'Kraków, Krako\u0301w, Wałęsa',
      query: 'krakow',
      expected: ['Kraków', 'Krako\u0301w'],
    },
    {
      name: 'finds nothing for an accent',
      text: 'caf\u00e9 e\u0301',
      query: '\u0301',
      expected: [],
    },
    { name: 'finds Hebrew', text: 'היא אמרה שלום', query: 'שלום', expected: ['שלום'] },
    { name: 'finds nothing for nothing', text: 'abc', query: ' ', expected: [] },
  ])('$name', ({ text, query, expected }) => {
    expect(wordsOf(text, query)).toEqual(expected)
  })

  it('stops after the most that is looked up', () => {
    expect(findHits('e'.repeat(mostHits * 2), 'e')).toHaveLength(mostHits)
  })

  it('finds any part of any text where it stands', () => {
    const signs = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(signs, fc.nat(), fc.nat(), (text, from, more) => {
        const start = from % text.length
        const query = text.slice(start, start + 1 + (more % text.length)).join('')
        if (foldedLetters(query).trim() === '') return
        const hits = findHits(text.join(''), query)
        expect(hits.length).toBeGreaterThan(0)
        expect(hits[0]?.start).toBeLessThanOrEqual(text.slice(0, start).join('').length)
      }),
    )
  })
})

describe('hitFrom', () => {
  it('starts behind the caret and wraps to the first', () => {
    const hits = findHits('a b a b a', 'a')
    expect(hitFrom(hits, 1)).toBe(1)
    expect(hitFrom(hits, 9)).toBe(0)
    expect(hitFrom([], 3)).toBe(0)
  })
})
