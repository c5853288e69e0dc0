import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '../../shared/article/blocks'
import { plainText } from '../../shared/article/plain-text'
import { readPlainText } from './plain-text'

/** Any code point; fast-check's own unit for that takes seconds to build. */
const anyCharacter = fc.nat(0x10ffff).map(code => String.fromCodePoint(code))

/** The rule of `.txt` files once more, with patterns instead of lines: what the plain text must be. */
function expectedText(file: string): string {
  return file
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/\n(?:[ \t]*\n)*$/, '')
    .replace(/\n(?:[ \t]*\n)+/g, '\n')
}

const paragraph = (...content: object[]) =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
const words = (text: string) => ({ type: 'text', text })
const hardBreak = { type: 'hardBreak' }

describe('readPlainText', () => {
  test.each([
    {
      name: 'a blank line separates paragraphs, whatever the line breaks are',
      file: 'One.\r\n\r\nTwo.\n\nThree.\r\rFour.',
      expected: [
        paragraph(words('One.')),
        paragraph(words('Two.')),
        paragraph(words('Three.')),
        paragraph(words('Four.')),
      ],
    },
    {
      name: 'a single break is a hard break',
      file: 'One\r\ntwo\rthree\nfour',
      expected: [
        paragraph(
          words('One'),
          hardBreak,
          words('two'),
          hardBreak,
          words('three'),
          hardBreak,
          words('four'),
        ),
      ],
    },
    {
      name: 'many blank lines and lines of spaces or tabs are one gap',
      file: 'One\n\n \n\t\n\n  Two',
      expected: [paragraph(words('One')), paragraph(words('  Two'))],
    },
    {
      name: 'blanks at the start stay, breaks at the end go',
      file: ' date 2031-03-02 One \n \n\n',
      expected: [paragraph(words(' date 2031-03-02 One '))],
    },
    {
      name: 'a break at the start stays',
      file: '\nOne',
      expected: [paragraph(hardBreak, words('One'))],
    },
    {
      name: 'blanks without a line break after them stay at the end',
      file: 'One\n\n  ',
      expected: [paragraph(words('One')), paragraph(words('  '))],
    },
    {
      name: 'other separators of Unicode are letters like any other',
      file: 'One\u2028two\u0085three\u00a0four\u000bfive',
      expected: [paragraph(words('One\u2028two\u0085three\u00a0four\u000bfive'))],
    },
    { name: 'nothing is one empty paragraph', file: '', expected: [paragraph()] },
  ])('$name', ({ file, expected }) => {
    expect(readPlainText(file)).toEqual({ type: 'doc', content: expected })
  })

  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('\n', '\r\n', '\r', ' ', '\t', '\n\n') },
    { weight: 2, arbitrary: fc.string({ unit: anyCharacter, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom('😡', 'e\u0301', 'שלום', '“', '\u200f', '\u2028') },
  )
  const file = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''))

  test('the plain text is the file with its breaks read as the rule says', () => {
    fc.assert(
      fc.property(file, text => {
        expect(plainText(readPlainText(text))).toBe(expectedText(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('no code point changes or goes but line breaks and the blanks of blank lines', () => {
    const withoutBreaks = (text: string): string => text.replace(/[\r\n]+/g, '')
    fc.assert(
      fc.property(
        file.filter(text => !/(?:^|[\r\n])[ \t]+(?:[\r\n]|$)/.test(text)),
        text => {
          expect(withoutBreaks(plainText(readPlainText(text)))).toBe(withoutBreaks(text))
        },
      ),
    )
  })

  test('every document fits the schema', () => {
    fc.assert(
      fc.property(file, text => {
        expect(documentSchema.safeParse(readPlainText(text)).success).toBe(true)
      }),
    )
  })

  test('a million line breaks are read without recursion or pattern trouble', () => {
    expect(plainText(readPlainText(`${'\n'.repeat(1_000_000)}end`))).toBe('\nend')
  })
})
