import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextLength, describeQuote } from './quote'
import { spanFault } from './span'

describe('describeQuote', () => {
  test('prefix, words and suffix stand in the text side by side, as much as there is, and cut no character', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '😡', 'e\u0301', 'ש', '\r\n'),
      maxLength: 120,
    })
    fc.assert(
      fc.property(text, fc.nat(200), fc.nat(200), (value, a, b) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b) }
        fc.pre(spanFault(value, span) === undefined)
        const { prefix, exact, suffix } = describeQuote(value, span)
        expect(exact).toBe(value.slice(span.start, span.end))
        expect(value.slice(span.start - prefix.length, span.end + suffix.length)).toBe(
          prefix + exact + suffix,
        )
        const left = Math.min(contextLength, span.start)
        const right = Math.min(contextLength, value.length - span.end)
        expect([left, left - 1]).toContain(prefix.length)
        expect([right, right - 1]).toContain(suffix.length)
        expect(`${prefix}|${exact}|${suffix}`.isWellFormed()).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('context is one unit shorter rather than half an emoji', () => {
    const text = `😡${'a'.repeat(31)}X${'b'.repeat(31)}😡`
    expect(describeQuote(text, { start: 33, end: 34 })).toEqual({
      exact: 'X',
      prefix: 'a'.repeat(31),
      suffix: 'b'.repeat(31),
    })
  })
})
