import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offsetTable } from './code-points'

/** Prose as it comes: emoji, joined emoji, combining marks, right-to-left letters, line breaks of all kinds, lone surrogates. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('😡', '👩‍👩‍👧', 'e\u0301', 'שלום', 'قال', '\r\n', '“', 'a', '\ud83d', '\ude21'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map(pieces => pieces.join(''))

describe('offsetTable', () => {
  test('counts as a walk over the characters does, there and back', () => {
    fc.assert(
      fc.property(text, value => {
        const table = offsetTable(value)
        let utf16 = 0
        let codePoint = 0
        for (const character of value) {
          expect(table.toCodePoint(utf16)).toBe(codePoint)
          expect(table.toUtf16(codePoint)).toBe(utf16)
          utf16 += character.length
          codePoint += 1
        }
        expect(table.codePoints).toBe(codePoint)
        expect(table.toCodePoint(utf16)).toBe(codePoint)
        expect(table.toUtf16(codePoint)).toBe(utf16)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    { name: 'inside a pair', ask: () => offsetTable('a😡').toCodePoint(2) },
    { name: 'beyond the text', ask: () => offsetTable('a😡').toCodePoint(4) },
    { name: 'beyond the characters', ask: () => offsetTable('a😡').toUtf16(3) },
    { name: 'before the text', ask: () => offsetTable('a').toUtf16(-1) },
    { name: 'between two numbers', ask: () => offsetTable('a').toCodePoint(0.5) },
  ])('an offset $name is a bug of the caller', ({ ask }) => {
    expect(ask).toThrow(RangeError)
  })
})
