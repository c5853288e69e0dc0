import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationType } from '../codebook/codebook'
import { defaultCodebook } from '../codebook/default-codebook'
import type { Annotation, AnnotationId } from './annotation'
import { createAnnotation } from './annotation'
import { retagged, sharedAttributes } from './retag'

const type = (key: string, attributes: AnnotationType['attributes']): AnnotationType => ({
  key,
  label: key,
  channel: 'underline',
  colour: { light: '#000000', dark: '#ffffff' },
  attributes,
})
const old = type('old', [
  { key: 'who', label: 'Who', kind: 'source' },
  { key: 'size', label: 'Size', kind: 'number' },
  { key: 'mood', label: 'Mood', kind: 'text' },
])
const next = type('next', [
  { key: 'who', label: 'Who', kind: 'source' },
  { key: 'size', label: 'Size', kind: 'text' },
  { key: 'tone', label: 'Tone', kind: 'text' },
])

function annotation(attributes: Annotation['attributes'], note?: string): Annotation {
  const made = createAnnotation('We lost', {
    id: '01950000-0000-7000-8000-000000000001' as AnnotationId,
    type: 'old',
    spans: [{ start: 0, end: 2 }],
    at: '2026-01-01T00:00:00.000Z',
    attributes,
  })
  return note === undefined ? made : { ...made, note }
}

const given = {
  from: old,
  to: next,
  write: (_: unknown, value: unknown) => (typeof value === 'string' ? value : 'a number'),
  at: '2026-01-02T00:00:00.000Z',
}

describe('retagged', () => {
  it('keeps what agrees, moves what is mapped and writes down what has no place', () => {
    const before = annotation({ who: 'id', size: { min: '4', max: '4' }, mood: 'grim', own: 'x' })
    const attributes = { ...sharedAttributes(old, next), mood: 'tone' }
    expect(retagged(before, { ...given, attributes })).toEqual({
      ...before,
      type: 'next',
      attributes: { who: 'id', tone: 'grim', own: 'x' },
      note: 'Size: a number',
      updatedAt: '2026-01-02T00:00:00.000Z',
    })
  })

  it('puts what it writes down behind a note that is there', () => {
    const before = annotation({ size: { min: '4' } }, 'Ask again.')
    expect(retagged(before, { ...given, attributes: {} }).note).toBe('Ask again.\nSize: a number')
  })

  it('keeps the value that comes first where two are mapped to one place', () => {
    const after = retagged(annotation({ mood: 'grim', who: 'id' }), {
      ...given,
      attributes: { who: 'tone', mood: 'tone' },
    })
    expect(after.attributes).toEqual({ tone: 'grim' })
    expect(after.note).toBe('Who: id')
  })

  it('brings back what a type kept of an earlier one, where it can hold it', () => {
    const [claim, quote, figure] = defaultCodebook.types
    if (claim === undefined || quote === undefined || figure === undefined)
      throw new Error('The default codebook has three types')
    const before = {
      ...annotation({
        claimant: '01950000-0000-7000-8000-000000000002',
        stance: 'denied',
        checkable: 'yes',
      }),
      type: 'claim',
    }
    const turn = (one: Annotation, from: AnnotationType, to: AnnotationType) =>
      retagged(one, { ...given, from, to, attributes: sharedAttributes(from, to) })
    const back = turn(turn(turn(before, claim, quote), quote, figure), figure, claim)
    expect(back).toEqual({ ...before, updatedAt: given.at })
    // Another type means something else by the key: what it cannot hold is written down.
    const odd = type('odd', [{ key: 'stance', label: 'Stance', kind: 'number' }])
    const written = turn(turn(before, claim, quote), quote, odd)
    expect(written.attributes).not.toHaveProperty('stance')
    expect(written.note).toBe('stance: denied')
  })

  it('loses no value, whatever is mapped where', () => {
    const keys = ['who', 'size', 'mood', 'tone', 'other']
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), fc.constantFrom('one', 'two', 'three')),
        fc.dictionary(fc.constantFrom(...keys), fc.constantFrom('who', 'size', 'tone')),
        (values, attributes) => {
          const after = retagged(annotation(values), { ...given, attributes })
          const kept = [
            ...Object.values(after.attributes),
            ...(after.note?.split('\n').map(line => line.split(': ')[1]) ?? []),
          ]
          expect(kept.sort()).toEqual(Object.values(values).sort())
        },
      ),
    )
  })
})

describe('sharedAttributes', () => {
  it('takes only what has the same key and kind', () => {
    expect(sharedAttributes(old, next)).toEqual({ who: 'who' })
    expect(sharedAttributes(undefined, next)).toEqual({})
    const [claim, quote] = defaultCodebook.types
    expect(claim && quote && sharedAttributes(claim, quote)).toEqual({})
  })
})
