import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedLetters, foldText, spanInText } from '../text/fold-text'
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
    expect(found('Café, cafe\u0301, cafe', 'café', kind)).toEqual(['Café', 'cafe\u0301', 'cafe'])
  })

  it.each([
    ['Lech Wałęsa', 'walesa', 'Wałęsa'],
    ['in Re\u0301sume\u0301s 😡', 'resumes', 'Re\u0301sume\u0301s'],
    ['aus Malmø, Kraków', 'krakow', 'Kraków'],
    ['Recep Erdoğan, Kılıç', 'kilic', 'Kılıç'],
    ['İstanbul', 'istanbul', 'İstanbul'],
    ['I\u0307stanbul', 'istanbul', 'I\u0307stanbul'],
    ['Αθήνα', 'αθηνα', 'Αθήνα'],
    ['ещё', 'еще', 'ещё'],
    ['за\u0301мок стоит', 'замок', 'за\u0301мок'],
    [
      '\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd',
      '\u05e9\u05dc\u05d5\u05dd',
      '\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd',
    ],
    [
      '\u0645\u064f\u062d\u064e\u0645\u0651\u062f',
      '\u0645\u062d\u0645\u062f',
      '\u0645\u064f\u062d\u064e\u0645\u0651\u062f',
    ],
    ['서울'.normalize('NFD'), '서울', '서울'.normalize('NFD')],
    ['мой', 'мои\u0306', 'мой'],
  ])('finds in “%s” what is typed without accents: “%s”', (said, typed, expected) => {
    for (const kind of ['words', 'phrase'] as const)
      expect(found(`x ${said}, y`, typed, kind)).toEqual([expected])
  })

  it('takes letters of their own for what they are, and accents alone for nothing', () => {
    expect(found('мои', 'мой', 'words')).toEqual([])
    expect(found('мои\u0306', 'мои', 'words')).toEqual([])
    expect(compileSearch({ text: '\u0301', kind: 'words', isCaseSensitive: false }).ok).toBe(false)
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
  unit: fc.constantFrom(
    'a',
    'B',
    'İ',
    ' ',
    '\n',
    '😡',
    'ß',
    'é',
    '’',
    '«',
    'Σ',
    'e\u0301',
    '\u0301',
    'й',
    'й'.normalize('NFD'),
    '\u05e9\u05b8',
    '각',
    '각'.normalize('NFD'),
  ),
})

describe('folding', () => {
  it('gives each letter its place, so that what it stands for folds to it', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isCaseKept) => {
        const folded = foldText(text, { isCaseKept })
        const { letters } = folded
        expect(foldText(letters, { isCaseKept })).toEqual({ letters })
        expect(spanInText(folded, { start: letters.length, end: letters.length }).end).toBe(
          text.length,
        )
        let before = 0
        for (const { index, 0: letter } of letters.matchAll(/./gsu)) {
          const { start, end } = spanInText(folded, { start: index, end: index + letter.length })
          expect(start).toBeGreaterThanOrEqual(before)
          expect(foldText(text.slice(start, end), { isCaseKept }).letters).toBe(letter)
          before = end
        }
      }),
    )
  })

  it('is the same for a text however it is composed', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(foldedLetters(text.normalize('NFD'))).toBe(foldedLetters(text.normalize('NFC')))
      }),
    )
  })
})

describe('the filter of a text', () => {
  it('never says no to a text that has the words', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const folded = foldedLetters(text)
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
