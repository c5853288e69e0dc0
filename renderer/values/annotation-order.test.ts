import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Annotation, AnnotationId } from '../../shared/annotation/annotation'
import { compareAnnotations, createAnnotation } from '../../shared/annotation/annotation'
import type { BucketMap } from '../../shared/annotation/bucket-map'
import { bucketMapOf, valuesOf, withEntry } from '../../shared/annotation/bucket-map'
import { mergedOrder, orderAfter } from './annotation-order'

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

it('merges two orders into that of a sort', () => {
  const some = fc.array(edit, { maxLength: 40 })
  fc.assert(
    fc.property(some, some, (first, second) => {
      const [a, b] = [first, second].map((edits, list) =>
        edits
          .map(({ start, length }, at) => annotation(100 * list + at, start, length))
          .sort(compareAnnotations),
      )
      if (a === undefined || b === undefined) throw new Error('Two lists are merged')
      expect(mergedOrder(a, b)).toEqual([...a, ...b].sort(compareAnnotations))
    }),
  )
})
