import { expect, test } from 'vitest'
import type { Annotation, AnnotationId } from '../../shared/annotation/annotation'
import { createAnnotation } from '../../shared/annotation/annotation'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { missingValues } from './missing-values'

const made = (type: string, attributes: Annotation['attributes']): Annotation =>
  createAnnotation('some words', {
    id: type as AnnotationId,
    type,
    spans: [{ start: 0, end: 4 }],
    at: '2026-11-23T10:00:00.000Z',
    attributes,
  })

test.each([
  { name: 'a quote without a speaker', of: made('quote', { mode: 'direct' }), expected: 'Speaker' },
  { name: 'a quote with one', of: made('quote', { speaker: 'orlec' }), expected: '' },
  { name: 'a figure without a value', of: made('figure', { unit: 'people' }), expected: 'Value' },
  { name: 'a claim, which requires nothing', of: made('claim', {}), expected: '' },
  { name: 'a type that the codebook does not have', of: made('place', {}), expected: '' },
])('$name lacks “$expected”', ({ of, expected }) => {
  expect(
    missingValues([of], defaultCodebook)
      .map(({ attribute }) => attribute.label)
      .join(),
  ).toBe(expected)
})
