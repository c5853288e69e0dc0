import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from './span'
import {
  compareSpans,
  hullOf,
  isInsideSurrogatePair,
  joinSpans,
  spanFault,
  spanSchema,
  spansOverlap,
} from './span'

/** Any code point but half a pair; fast-check's own unit for that takes seconds to build. */
const anyCharacter = fc
  .nat(0x10ffff)
  .filter(code => code < 0xd800 || code > 0xdfff)
  .map(code => String.fromCodePoint(code))

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]): Span => ({ start, end: start + length }))
const spans = fc.array(span, { maxLength: 12 })

/** The offsets that some span covers. */
function covered(list: readonly Span[]): number[] {
  const offsets = new Set<number>()
  for (const { start, end } of list) for (let at = start; at < end; at += 1) offsets.add(at)
  return [...offsets].sort((a, b) => a - b)
}

describe('isInsideSurrogatePair', () => {
  test('is true exactly where cutting would break a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), text => {
        const offsets = Array.from({ length: text.length + 1 }, (_, at) => at)
        expect(offsets.filter(at => isInsideSurrogatePair(text, at))).toEqual(
          offsets.filter(at => !text.slice(0, at).isWellFormed() || !text.slice(at).isWellFormed()),
        )
      }),
    )
  })
})

describe('spanFault', () => {
  test.each([
    { name: 'a word', span: { start: 0, end: 1 }, expected: undefined },
    { name: 'a whole emoji', span: { start: 1, end: 3 }, expected: undefined },
    { name: 'the whole text', span: { start: 0, end: 4 }, expected: undefined },
    {
      name: 'half an emoji at its end',
      span: { start: 0, end: 2 },
      expected: 'it cuts a character in two',
    },
    {
      name: 'half an emoji at its start',
      span: { start: 2, end: 4 },
      expected: 'it cuts a character in two',
    },
    { name: 'nothing', span: { start: 1, end: 1 }, expected: 'it ends before it starts' },
    {
      name: 'a span turned round',
      span: { start: 3, end: 1 },
      expected: 'it ends before it starts',
    },
    {
      name: 'a span before the text',
      span: { start: -1, end: 1 },
      expected: 'it starts before the text',
    },
    {
      name: 'a span beyond the text',
      span: { start: 3, end: 5 },
      expected: 'it ends after the text',
    },
    {
      name: 'half an offset',
      span: { start: 0.5, end: 3 },
      expected: 'its offsets are not whole numbers',
    },
    {
      name: 'no number',
      span: { start: 0, end: Number.NaN },
      expected: 'its offsets are not whole numbers',
    },
  ])('$name: $expected', ({ span: given, expected }) => {
    expect(spanFault('a😡b', given)).toBe(expected)
  })

  test('the schema takes every span and nothing that ends before it starts', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (start, end) => {
        expect(spanSchema.safeParse({ start, end }).success).toBe(start >= 0 && start < end)
      }),
    )
  })
})

describe('spansOverlap', () => {
  test('means that the spans cover an offset together', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const shared = covered([a]).filter(at => at >= b.start && at < b.end)
        expect(spansOverlap(a, b)).toBe(shared.length > 0)
        expect(spansOverlap(a, b)).toBe(spansOverlap(b, a))
      }),
    )
  })
})

describe('joinSpans', () => {
  test('covers the same offsets, in order, with a gap between any two', () => {
    fc.assert(
      fc.property(spans, list => {
        const joined = joinSpans(list)
        expect(covered(joined)).toEqual(covered(list))
        for (const [index, { start }] of joined.entries())
          if (index > 0) expect(start).toBeGreaterThan(joined[index - 1]?.end ?? Infinity)
      }),
    )
  })

  test('changes nothing the second time, and does not depend on the order given', () => {
    fc.assert(
      fc.property(spans, list => {
        const joined = joinSpans(list)
        expect(joinSpans(joined)).toEqual(joined)
        expect(joinSpans(list.toReversed())).toEqual(joined)
      }),
    )
  })
})

describe('hullOf', () => {
  test('reaches from the first offset covered to the last', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 12 }), list => {
        const offsets = covered(list)
        expect(hullOf(list)).toEqual({ start: offsets[0], end: (offsets.at(-1) ?? 0) + 1 })
      }),
    )
  })

  test('an empty list has none', () => {
    expect(() => hullOf([])).toThrow(RangeError)
  })
})

test('compareSpans puts what holds another before it', () => {
  fc.assert(
    fc.property(span, span, (outer, inner) => {
      fc.pre(outer.start <= inner.start && inner.end <= outer.end)
      expect(compareSpans(outer, inner)).toBeLessThanOrEqual(0)
    }),
  )
})
