import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotationId } from './annotation'
import { annotationSchema, compareAnnotations, createAnnotation } from './annotation'

const id = '01950000-0000-7000-8000-000000000001' as AnnotationId
const at = '2026-01-01T00:00:00.000Z'
const text = '“We lost 😡,” he said, “and it was a lie.”'

const create = (...spans: { start: number; end: number }[]): Annotation =>
  createAnnotation(text, { id, type: 'quote', spans, at })

describe('createAnnotation', () => {
  it('writes down the words of every span and fits its schema', () => {
    const annotation = create({ start: 23, end: 42 }, { start: 0, end: 13 })
    expect(annotation.spans).toEqual([
      { start: 0, end: 13 },
      { start: 23, end: 42 },
    ])
    expect(annotation.quote.map(quote => quote.exact)).toEqual([
      '“We lost 😡,”',
      '“and it was a lie.”',
    ])
    expect(annotationSchema.parse(annotation)).toEqual(annotation)
  })

  it.each([
    { name: 'inside a surrogate pair', span: { start: 0, end: 10 } },
    { name: 'after the text', span: { start: 0, end: text.length + 1 } },
    { name: 'empty', span: { start: 3, end: 3 } },
    { name: 'before the text', span: { start: -1, end: 3 } },
    { name: 'a fraction', span: { start: 0.5, end: 3 } },
  ])('throws for a span that is $name', ({ span }) => {
    expect(() => create(span)).toThrow(RangeError)
  })
})

describe('compareAnnotations', () => {
  const annotations = fc
    .tuple(
      fc.nat({ max: 6 }),
      fc.nat({ max: 6 }),
      fc.constantFrom('claim', 'quote'),
      fc.constantFrom('1', '2'),
    )
    .map(([start, length, type, last]) => ({
      ...create({ start, end: start + 1 + (length % 2) }),
      type,
      id: `${id.slice(0, -1)}${last}` as AnnotationId,
    }))

  it('orders any list in one way, whatever order it came in', () => {
    fc.assert(
      fc.property(
        fc
          .array(annotations)
          .chain(list =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
          ),
        ([list, shuffled]) => {
          expect(shuffled.toSorted(compareAnnotations)).toEqual(list.toSorted(compareAnnotations))
        },
      ),
    )
  })

  it('looks at first start, last end, type and id, in this order', () => {
    const first = create({ start: 0, end: 1 })
    const ordered = [
      first,
      { ...first, id: `${id.slice(0, -1)}2` as AnnotationId },
      { ...first, type: 'zz' },
      create({ start: 0, end: 2 }),
      create({ start: 0, end: 1 }, { start: 5, end: 6 }),
      create({ start: 1, end: 2 }),
    ]
    expect(ordered.toReversed().toSorted(compareAnnotations)).toEqual(ordered)
  })
})
