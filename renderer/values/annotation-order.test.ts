import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Annotation, AnnotationId } from '../../shared/annotation/annotation'
import { compareAnnotations, createAnnotation } from '../../shared/annotation/annotation'
import type { BucketMap } from '../../shared/annotation/bucket-map'
import { bucketMapOf, valuesOf, withEntry } from '../../shared/annotation/bucket-map'
import { joinedAfter, orderAfter } from './annotation-order'

const text = 'a'.repeat(60)

function annotation(number: number, start: number, length: number): Annotation {
  return createAnnotation(text, {
    id: `01950000-0000-7000-8000-${String(number).padStart(12, '0')}` as AnnotationId,
    type: number % 2 === 0 ? 'claim' : 'quote',
    spans: [{ start, end: start + length }],
    at: '2026-01-01T00:00:00.000Z',
  })
}

const edit = fc.record({
  number: fc.nat({ max: 30 }),
  start: fc.nat({ max: 20 }),
  length: fc.integer({ min: 1, max: 20 }),
  isDeletion: fc.boolean(),
})

it('is the order of a sort from nothing, whatever edits led there', () => {
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 40 }),
      fc.integer({ min: 1, max: 4 }),
      (edits, every) => {
        let map: BucketMap<Annotation> = bucketMapOf<Annotation>([])
        let order = orderAfter(undefined, map)
        for (const [at, { number, start, length, isDeletion }] of edits.entries()) {
          const made = annotation(number, start, length)
          map = withEntry(map, made.id, isDeletion ? undefined : made)
          if (at % every === 0) order = orderAfter(order, map)
        }
        expect(orderAfter(order, map).sorted).toEqual([...valuesOf(map)].sort(compareAnnotations))
      },
    ),
  )
})

it('is the joined order of a sort from nothing, whoever edits and whoever is shown', () => {
  const others = fc.record({ by: fc.nat({ max: 2 }), shown: fc.nat({ max: 7 }), edit })
  fc.assert(
    fc.property(fc.array(others, { maxLength: 40 }), steps => {
      const orders = [0, 1, 2].map(() => orderAfter(undefined, bucketMapOf<Annotation>([])))
      let joined = joinedAfter(undefined, [...orders])
      for (const { by, shown, edit } of steps) {
        const before = orders[by] ?? expect.fail('There are three')
        const made = annotation(100 * by + edit.number, edit.start, edit.length)
        orders[by] = orderAfter(
          before,
          withEntry(before.of, made.id, edit.isDeletion ? undefined : made),
        )
        const seen = orders.filter((_, at) => (shown & (1 << at)) !== 0)
        joined = joinedAfter(joined, seen)
        expect(joined.sorted).toEqual(
          seen.flatMap(({ of }) => [...valuesOf(of)]).sort(compareAnnotations),
        )
      }
    }),
  )
})

it('is the joined order after more changes at once than are put in their places one by one', () => {
  const many = (by: number, count: number) =>
    bucketMapOf(
      Array.from({ length: count }, (_, at) =>
        annotation(1000 * by + at, (at * 7) % 40, 1 + by),
      ).map(made => [made.id, made] as const),
    )
  const mine = orderAfter(undefined, many(1, 3))
  const before = joinedAfter(undefined, [mine, orderAfter(undefined, many(2, 2))])
  const theirs = orderAfter(undefined, many(2, 300))
  expect(joinedAfter(before, [mine, theirs]).sorted).toEqual(
    [...mine.sorted, ...theirs.sorted].sort(compareAnnotations),
  )
})
