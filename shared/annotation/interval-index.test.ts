import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spansOverlap } from '../text/span'
import {
  intervalIndexOf,
  sameWithin,
  spansTouching,
  withSpans,
  withoutSpans,
} from './interval-index'

const span = fc
  .tuple(fc.nat(20_000), fc.integer({ min: 1, max: 5_000 }))
  .map(([start, length]) => ({ start, end: start + length }))
const indexed = fc
  .array(span, { maxLength: 40 })
  .map(spans => spans.map((one, at) => ({ ...one, id: `a${at}` })))

test('finds every span that touches a range, each once', () => {
  fc.assert(
    fc.property(indexed, span, (spans, range) => {
      const found = spansTouching(intervalIndexOf(spans), range).map(({ id }) => id)
      const expected = spans.filter(one => spansOverlap(one, range)).map(({ id }) => id)
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
  )
})

test('a range where a span was added or removed is never called the same', () => {
  fc.assert(
    fc.property(indexed, span, span, (spans, extra, range) => {
      const before = intervalIndexOf(spans)
      const after = withSpans(before, 'extra', [extra])
      const again = withoutSpans(after, 'extra', [extra])
      if (!spansOverlap(extra, range)) return
      expect(sameWithin(before, after, range)).toBe(false)
      expect(sameWithin(after, again, range)).toBe(false)
    }),
  )
})

test('a range far from the change stays the same', () => {
  const before = intervalIndexOf([{ id: 'a', start: 9_000, end: 9_100 }])
  const after = withSpans(before, 'b', [{ start: 10, end: 20 }])
  expect(sameWithin(before, after, { start: 8_500, end: 9_500 })).toBe(true)
})
