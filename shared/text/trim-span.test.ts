import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanFault } from './span'
import { trimSpan } from './trim-span'

describe('trimSpan', () => {
  it.each([
    { name: 'keeps words as they are', text: 'two words', range: [0, 9], expected: [0, 9] },
    { name: 'drops blanks at both ends', text: '  two ', range: [0, 6], expected: [2, 5] },
    {
      name: 'drops line breaks and no-break spaces',
      text: '\u00a0a\n',
      range: [0, 3],
      expected: [1, 2],
    },
    { name: 'keeps blanks inside', text: ' a b ', range: [0, 5], expected: [1, 4] },
    { name: 'keeps punctuation', text: 'a.', range: [0, 2], expected: [0, 2] },
    {
      name: 'takes a whole emoji when half of it is in the range',
      text: 'a😡',
      range: [0, 2],
      expected: [0, 3],
    },
  ])('$name', ({ text, range: [start = 0, end = 0], expected }) => {
    expect(trimSpan(text, { start, end })).toEqual({ start: expected[0], end: expected[1] })
  })

  it('finds nothing in an empty range or in blanks', () => {
    expect(trimSpan('abc', { start: 1, end: 1 })).toBeUndefined()
    expect(trimSpan(' \n\t', { start: 0, end: 3 })).toBeUndefined()
  })

  it('always gives a span of the text without blanks at its ends', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), (words, from, length) => {
        const span = trimSpan(words, { start: from, end: from + length })
        if (span === undefined) return
        expect(spanFault(words, span)).toBeUndefined()
        expect(words.slice(span.start, span.end)).toBe(words.slice(span.start, span.end).trim())
      }),
    )
  })
})
