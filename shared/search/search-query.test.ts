import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text'
import type { SearchKind } from './search-query'
import { compileSearch } from './search-query'
import { mayHave, trigramBits, trigramFilter } from './trigram-filter'

function found(text: string, query: string, kind: SearchKind, isCaseSensitive = false): string[] {
  const search = compileSearch({ text: query, kind, isCaseSensitive })
  if (!search.ok) throw new Error(search.error.message)
  return [...search.value.hitsIn(text, foldText(text))].map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('a search', () => {
  const text = 'The Ferry left. A ferryman saw the ferry\nboat, FERRY boat 😡 and İstanbul’s ferry.'

  it('for words finds whole words in any letters, when all of them are there', () => {
    expect(found(text, 'ferry boat', 'words')).toEqual([
      'Ferry',
      'ferry',
      'boat',
      'FERRY',
      'boat',
      'ferry',
    ])
    expect(found(text, 'ferry train', 'words')).toEqual([])
    expect(found(text, 'İSTANBUL', 'words')).toEqual(['İstanbul'])
  })

  it('for a phrase takes any space between its words, also a line break', () => {
    expect(found(text, 'ferry   boat', 'phrase')).toEqual(['ferry\nboat', 'FERRY boat'])
    expect(found(text, 'ferry', 'phrase')).toHaveLength(5)
  })

  it.each([
    ['typewriter marks', `The minister's "plan", and O'Brien's`],
    ['curly marks', 'The minister’s “plan”, and O‘Brien’s'],
    ['angle marks', `The minister's «plan», and O'Brien's`],
  ])('finds words with %s, whichever are typed', (_, said) => {
    for (const apostrophe of ["'", '’']) {
      expect(found(said, `minister${apostrophe}s`, 'words')).toHaveLength(1)
      expect(found(said, `O${apostrophe}Brien${apostrophe}s`, 'words', true)).toHaveLength(1)
    }
    expect(found(said, 'minister’s "plan"', 'phrase')).toEqual([said.slice(4, 21)])
    expect(found(said, 'O’brien’s', 'words', true)).toEqual([])
  })

  it.each(['words', 'phrase'] as const)('for %s finds accents however they are composed', kind => {
    for (const isCaseSensitive of [false, true])
      for (const said of ['the Café burns', 'the Cafe\u0301 burns'])
        for (const typed of ['Café burns', 'Cafe\u0301 burns']) {
          const hits = found(said, typed, kind, isCaseSensitive)
          expect(hits.join(' ').normalize('NFC')).toBe('Café burns')
        }
    expect(found('the Cafe burns', 'Café', kind)).toEqual([])
    expect(found('Café, cafe\u0301, Café', 'café', kind)).toEqual(['Café', 'cafe\u0301', 'Café'])
  })

  it('minds capitals when asked', () => {
    expect(found(text, 'Ferry', 'words', true)).toEqual(['Ferry'])
    expect(found(text, 'FERRY boat', 'phrase', true)).toEqual(['FERRY boat'])
  })

  it('with an expression finds what it matches, and never nothing', () => {
    expect(found(text, 'ferry(man)?', 'regular-expression')).toEqual([
      'Ferry',
      'ferryman',
      'ferry',
      'FERRY',
      'ferry',
    ])
    expect(found(text, 'x*', 'regular-expression')).toEqual([])
    expect(found(text, '^boat', 'regular-expression')).toEqual(['boat'])
  })

  it('finds words of scripts that have no spaces between them', () => {
    expect(found('東京都知事は', '東京', 'words')).toEqual(['東京'])
  })

  it.each([
    ['', 'words'],
    ['   ', 'phrase'],
    ['(', 'regular-expression'],
  ] as const)('for “%s” is refused with a reason', (query, kind) => {
    const search = compileSearch({ text: query, kind, isCaseSensitive: false })
    expect(search.ok).toBe(false)
    if (!search.ok) expect(search.error.message).toMatch(/\.$/)
  })

  it('never gives half an emoji', () => {
    expect(found('😡😢', '\ud83d', 'phrase')).toEqual([])
  })
})

const texts = fc.string({
  unit: fc.constantFrom('a', 'B', 'İ', ' ', '\n', '😡', 'ß', 'é', '’', '«', 'Σ'),
})

describe('folding', () => {
  it('keeps every place where it was', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(foldText(text)).toHaveLength(text.length)
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})

describe('the filter of a text', () => {
  it('never says no to a text that has the words', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const folded = foldText(text)
        const needle = folded.slice(from % (folded.length + 1)).slice(0, (length % 9) + 1)
        expect(mayHave(trigramFilter(folded), trigramBits(needle))).toBe(true)
      }),
    )
  })

  it('says no to most texts that do not', () => {
    const filter = trigramFilter('the quick brown fox jumps over the lazy dog')
    expect(mayHave(filter, trigramBits('submarine'))).toBe(false)
  })
})
