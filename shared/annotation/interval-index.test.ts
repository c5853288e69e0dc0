import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../text/span'
import { joinSpans, spansOverlap } from '../text/span'
import {
  emptyIntervalIndex,
  intervalIndexOf,
  sameWithin,
  spansAt,
  spansTouching,
  withSpans,
  withoutSpans,
} from './interval-index'
import type { IndexedSpan, IntervalIndex } from './interval-index'

/** Places around the edges of the index's buckets (2,048 code units), and spans over several of them. */
const places = fc.oneof(
  fc.nat({ max: 40 }),
  fc.integer({ min: 2040, max: 2056 }),
  fc.integer({ min: 4090, max: 4100 }),
  fc.nat({ max: 20_000 }),
)
const spans: fc.Arbitrary<Span> = fc
  .tuple(places, places)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const annotations = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  spans: fc.array(spans, { minLength: 1, maxLength: 3 }).map(joinSpans),
})
/** Each step gives annotation `id` these spans, or takes it away when it has some. */
const steps = fc.array(annotations, { maxLength: 40 })

type Model = Map<string, readonly Span[]>

function take(
  index: IntervalIndex,
  model: Model,
  { id, spans: given }: { id: string; spans: readonly Span[] },
) {
  const before = model.get(id)
  if (before === undefined) {
    model.set(id, given)
    return withSpans(index, id, given)
  }
  model.delete(id)
  return withoutSpans(index, id, before)
}

function modelSpans(model: Model): IndexedSpan[] {
  return [...model].flatMap(([id, given]) => given.map(({ start, end }) => ({ id, start, end })))
}

const sorted = (found: readonly IndexedSpan[]): string[] =>
  found.map(({ id, start, end }) => `${start} ${end} ${id}`).sort()

describe('the interval index', () => {
  it('finds after every step the spans that a look at all of them finds', () => {
    fc.assert(
      fc.property(steps, fc.array(spans, { minLength: 1, maxLength: 5 }), (given, ranges) => {
        const model: Model = new Map()
        let index = emptyIntervalIndex
        for (const step of given) {
          index = take(index, model, step)
          for (const range of ranges)
            expect(sorted(spansTouching(index, range))).toEqual(
              sorted(modelSpans(model).filter(span => spansOverlap(span, range))),
            )
        }
      }),
    )
  })

  it('built at once answers like one built step by step', () => {
    fc.assert(
      fc.property(steps, spans, (given, range) => {
        const model: Model = new Map()
        const index = given.reduce((before, step) => take(before, model, step), emptyIntervalIndex)
        const atOnce = intervalIndexOf(modelSpans(model))
        expect(sorted(spansTouching(atOnce, range))).toEqual(sorted(spansTouching(index, range)))
      }),
    )
  })

  it('gives what covers a character, the shortest first', () => {
    fc.assert(
      fc.property(steps, places, (given, offset) => {
        const model: Model = new Map()
        const index = given.reduce((before, step) => take(before, model, step), emptyIntervalIndex)
        const found = spansAt(index, offset)
        expect(sorted(found)).toEqual(
          sorted(modelSpans(model).filter(({ start, end }) => start <= offset && offset < end)),
        )
        const lengths = found.map(({ start, end }) => end - start)
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
      }),
    )
  })

  it('leaves the index it was made from as it was', () => {
    fc.assert(
      fc.property(steps, annotations, spans, (given, step, range) => {
        const model: Model = new Map()
        const index = given.reduce((before, next) => take(before, model, next), emptyIntervalIndex)
        const before = sorted(spansTouching(index, range))
        take(index, model, step)
        expect(sorted(spansTouching(index, range))).toEqual(before)
      }),
    )
  })
})

describe('whether two indexes are the same', () => {
  const span = fc
    .tuple(fc.nat(20_000), fc.integer({ min: 1, max: 5_000 }))
    .map(([start, length]) => ({ start, end: start + length }))
  const indexed = fc
    .array(span, { maxLength: 40 })
    .map(all => all.map((one, at) => ({ ...one, id: `a${at}` })))

  it('a range where a span was added or removed is never called the same', () => {
    fc.assert(
      fc.property(indexed, span, span, (all, extra, range) => {
        const before = intervalIndexOf(all)
        const after = withSpans(before, 'extra', [extra])
        const again = withoutSpans(after, 'extra', [extra])
        if (!spansOverlap(extra, range)) return
        expect(sameWithin(before, after, range)).toBe(false)
        expect(sameWithin(after, again, range)).toBe(false)
      }),
    )
  })

  it('a range far from the change stays the same', () => {
    const before = intervalIndexOf([{ id: 'a', start: 9_000, end: 9_100 }])
    const after = withSpans(before, 'b', [{ start: 10, end: 20 }])
    expect(sameWithin(before, after, { start: 8_500, end: 9_500 })).toBe(true)
  })
})
