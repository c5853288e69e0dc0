import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInsideSurrogatePair } from './span'
import { hasWhiteSpace, textPieces, tokensOf } from './tokens'

const words = (text: string, cuts: readonly number[] = []): string[] =>
  tokensOf(text, cuts).map(({ start, end }) => text.slice(start, end))

/** Texts out of what is hard for tokenisers and offsets. */
const texts = fc
  .array(
    fc.constantFrom(
      ...['a', 'Bc', ' ', '\n', '\u00a0', '\u2028', '\u0085', '\u001c', '.', '..', '1', ',', '’'],
      ...[
        'e\u0301',
        '\u0301',
        '😡',
        '👩‍🚒',
        '\u200d',
        '🇩🇪',
        'שלום',
        '-',
        '“',
        '\ufeff',
        '数',
        '\u200b',
      ],
    ),
    { maxLength: 40 },
  )
  .map(pieces => pieces.join(''))

describe('tokens', () => {
  it.each([
    ['nothing', '', []],
    ['white space alone', ' \n\u2028', []],
    ['words and marks', '“We lost,” he said.', ['“', 'We', 'lost', ',', '”', 'he', 'said', '.']],
    [
      'an apostrophe inside a word',
      "don’t the boys’ O'Neil",
      ['don’t', 'the', 'boys', '’', "O'Neil"],
    ],
    [
      'numbers with their marks',
      '€2.5 million, 1,600.75%',
      ['€', '2.5', 'million', ',', '1,600.75', '%'],
    ],
    ['a time and a range', '14:30, 40-45', ['14:30', ',', '40', '-', '45']],
    ['hyphens split', 'six-year-old', ['six', '-', 'year', '-', 'old']],
    [
      'abbreviations with their last dot',
      'The U.S. fell, e.g. by 3.',
      ['The', 'U.S.', 'fell', ',', 'e.g.', 'by', '3', '.'],
    ],
    ['an address of the web', 'see example.org.', ['see', 'example.org', '.']],
    ['dots and dashes', 'so... well--no', ['so', '...', 'well', '--', 'no']],
    ['an accent of its own', 'Rene\u0301e cafe\u0301.', ['Rene\u0301e', 'cafe\u0301', '.']],
    ['joined emoji and flags', '👩‍🚒👍🏽🇩🇪🇫🇷❤️!', ['👩‍🚒', '👍🏽', '🇩🇪', '🇫🇷', '❤️', '!']],
    ['right to left', 'האונייה יצאה.', ['האונייה', 'יצאה', '.']],
    ['every kind of white space', 'a\u00a0b\u2028c\u0085d\u001ce', ['a', 'b', 'c', 'd', 'e']],
  ])('of %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('end and begin again where they are asked to be cut', () => {
    expect(words('millions lost', [0, 7, 7, 3, 8, 13])).toEqual(['mil', 'lion', 's', 'lost'])
    expect(words('Rene\u0301e', [4])).toEqual(['Rene', '\u0301e'])
    expect(textPieces('a  b', [2])).toEqual([
      { start: 0, end: 1, isSpace: false },
      { start: 1, end: 2, isSpace: true },
      { start: 2, end: 3, isSpace: true },
      { start: 3, end: 4, isSpace: false },
    ])
  })

  it('cover the text without a gap, never hold white space, and have every cut as a boundary', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(80)), (text, places) => {
        const cuts = places.filter(
          place => place <= text.length && !isInsideSurrogatePair(text, place),
        )
        const found = textPieces(text, cuts)
        const bounds = [0, ...found.map(({ end }) => end)]
        expect(found.map(({ start }) => start)).toEqual(bounds.slice(0, -1))
        expect(bounds.at(-1)).toBe(text.length)
        for (const cut of cuts) expect(bounds).toContain(cut)
        for (const { start, end, isSpace } of found) {
          expect(end).toBeGreaterThan(start)
          expect(isInsideSurrogatePair(text, start)).toBe(false)
          const characters = [...text.slice(start, end)]
          expect(characters.map(hasWhiteSpace)).toEqual(characters.map(() => isSpace))
        }
      }),
    )
  })

  it('are found in a time that grows with the text, whatever it is made of', () => {
    for (const piece of ['a', '.', 'a.', "a'", '1,', '\u0301', '😡\u200d', ' ', '🇩']) {
      const text = piece.repeat(200_000)
      expect(textPieces(text).at(-1)?.end).toBe(text.length)
    }
  }, 10_000)
})
