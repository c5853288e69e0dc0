import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proseParts } from './prose-parts'
import { pieceAt } from './words'

const anyProse = fc
  .array(fc.constantFrom(...proseParts), { maxLength: 14 })
  .map(parts => parts.join(''))

describe('pieceAt', () => {
  it.each([
    { name: 'a word with an apostrophe', text: 'they don’t know', at: 8, expected: 'don’t' },
    { name: 'a hyphenated word', text: 'a well-known fact', at: 7, expected: 'well-known' },
    { name: 'a number with a comma', text: 'some 1,600 houses', at: 6, expected: '1,600' },
    { name: 'digits in groups', text: 'some 20 000 people', at: 8, expected: '20 000' },
    { name: 'three groups', text: 'for 1 600 000 euros', at: 5, expected: '1 600 000' },
    { name: 'a narrow no-break space', text: '20\u202f000 dead', at: 0, expected: '20\u202f000' },
    { name: 'not a year and a number', text: 'In 2022 300 died', at: 4, expected: '2022' },
    { name: 'money', text: 'about $4.5 million', at: 8, expected: '$4.5' },
    { name: 'not a year and a price', text: 'in 2020 $5 was', at: 4, expected: '2020' },
    { name: 'money with the sign after it', text: 'nur 20 € mehr', at: 4, expected: '20 €' },
    { name: 'per cent', text: 'rose 40% more', at: 6, expected: '40%' },
    { name: 'per cent after a blank', text: 'um 40 % mehr', at: 3, expected: '40 %' },
    { name: 'a range', text: 'some 10–20 men', at: 6, expected: '10–20' },
    { name: 'a time', text: 'at 9:30 on', at: 4, expected: '9:30' },
    { name: 'a negative number', text: 'at -5 degrees', at: 4, expected: '-5' },
    { name: 'not a dash before a number', text: 'dead—5 men', at: 0, expected: 'dead' },
    { name: 'degrees', text: 'at 30°C on', at: 3, expected: '30°C' },
    { name: 'an acronym with its last dot', text: 'the U.S. forces', at: 5, expected: 'U.S.' },
    { name: 'a firm', text: 'for AT&T now', at: 5, expected: 'AT&T' },
    { name: 'a comma by itself', text: 'so, then', at: 2, expected: ',' },
    { name: 'a decomposed accent', text: 'Rene\u0301e said', at: 4, expected: 'Rene\u0301e' },
    { name: 'a family as one emoji', text: 'a 👩‍👩‍👧 b', at: 5, expected: '👩‍👩‍👧' },
    { name: 'a Hebrew word', text: 'המעבורת טבעה', at: 3, expected: 'המעבורת' },
    { name: 'an acronym in Hebrew', text: 'של צה״ל היום', at: 5, expected: 'צה״ל' },
    { name: 'a Chinese word', text: '他说了三千人', at: 3, expected: '三千' },
    { name: 'a number with units in Japanese', text: '約1万2千が', at: 3, expected: '1万2千' },
    { name: 'wide digits with a unit', text: '約１万２０００人', at: 3, expected: '１万２０００' },
    { name: 'a number with a unit in Korean', text: '약 1만 2천 명', at: 2, expected: '1만' },
    { name: 'a wide per cent', text: '另有40％的', at: 4, expected: '40％' },
    { name: 'an Arabic per cent', text: 'أي ٤٠٪ من', at: 5, expected: '٤٠٪' },
    { name: 'a line break', text: 'a\nb', at: 1, expected: '\n' },
  ])('takes $name: $expected', ({ text, at, expected }) => {
    const { start, end } = pieceAt(text, at)
    expect(text.slice(start, end)).toBe(expected)
  })

  it('cuts every text into pieces without gaps, never inside a character', () => {
    fc.assert(
      fc.property(anyProse, text => {
        const graphemes = new Set(
          [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
            ({ index }) => index,
          ),
        )
        for (let at = 0; at < text.length;) {
          const piece = pieceAt(text, at)
          expect(piece.start).toBe(at)
          expect(graphemes).toContain(at)
          for (let inside = at; inside < piece.end; inside += 1)
            expect(pieceAt(text, inside)).toEqual(piece)
          at = piece.end
        }
      }),
    )
  })

  it('finds the word in a paragraph of a million characters', () => {
    const text = 'word '.repeat(200_000)
    expect(pieceAt(text, 500_002)).toEqual({ start: 500_000, end: 500_004, kind: 'word' })
  })

  it('refuses an offset outside the text', () => {
    expect(() => pieceAt('ab', 2)).toThrow(RangeError)
  })
})
