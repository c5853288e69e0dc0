import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArticleId } from '../article/article'
import type { Annotation, AnnotatorId } from './annotation'
import { createAnnotation } from './annotation'
import type { AnnotationSet } from './annotation-set'
import { annotationSetOf, withAnnotation, withSetChanges } from './annotation-set'
import { getFrom } from './bucket-map'
import type { IndexedSpan } from './interval-index'

const text = 'word '.repeat(2000)
const ids = ['a', 'b', 'c', 'd'] as const

const annotation = (id: string, type: string, start: number, length: number): Annotation =>
  createAnnotation(text, {
    id: id as Annotation['id'],
    type,
    spans: [{ start, end: start + length }],
    at: '2026-01-02T03:04:05.006Z',
  })

const changes = fc.array(
  fc.record({
    id: fc.constantFrom(...ids),
    type: fc.constantFrom('claim', 'quote'),
    start: fc.constantFrom(10, 2_000, 4_500),
    length: fc.constantFrom(5, 3_000),
    isRemoved: fc.boolean(),
    isOneOfMany: fc.boolean(),
  }),
  { maxLength: 20 },
)

const entriesOf = (set: AnnotationSet): Set<IndexedSpan> => new Set(set.index.buckets.flat())

test('an entry of the index stays the same object only while its annotation does', () => {
  fc.assert(
    fc.property(changes, list => {
      let set = annotationSetOf({ article: 'x' as ArticleId, annotator: 'me' as AnnotatorId })
      const annotationByEntry = new Map<IndexedSpan, Annotation | undefined>()
      for (const { id, type, start, length, isRemoved, isOneOfMany } of list) {
        const after = isRemoved ? undefined : annotation(id, type, start, length)
        set = isOneOfMany
          ? withSetChanges(set, [{ kind: 'annotation', id, after }])
          : withAnnotation(set, id, after)
        for (const entry of entriesOf(set)) {
          const now = getFrom(set.annotations, entry.id)
          expect(now).toBeDefined()
          if (annotationByEntry.has(entry)) expect(annotationByEntry.get(entry)).toBe(now)
          annotationByEntry.set(entry, now)
        }
      }
    }),
  )
})
