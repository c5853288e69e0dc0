import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotationId } from '../../shared/annotation/annotation'
import { createAnnotation } from '../../shared/annotation/annotation'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { lastSource, latestOf, withAttributesOf } from './earlier-annotations'

const made = (
  id: string,
  type: string,
  at: string,
  attributes: Annotation['attributes'] = {},
): Annotation => ({
  ...createAnnotation('some words', {
    id: id as AnnotationId,
    type,
    spans: [{ start: 0, end: 4 }],
    at: `2026-11-23T${at}.000Z`,
    attributes,
  }),
})

const all = [
  made('a', 'quote', '10:00:00', { speaker: 'orlec', mode: 'direct' }),
  made('c', 'claim', '12:00:00', { claimant: 'tosk' }),
  made('b', 'claim', '12:00:00'),
  made('d', 'figure', '11:00:00', { unit: 'people' }),
]

describe('latestOf', () => {
  it.each([
    { name: 'of any type', type: undefined, except: undefined, expected: 'c' },
    { name: 'of one type', type: 'quote', except: undefined, expected: 'a' },
    { name: 'but not this one', type: 'claim', except: 'c', expected: 'b' },
    { name: 'none of the type', type: 'place', except: undefined, expected: undefined },
  ])('finds the one worked on last: $name', ({ type, except, expected }) => {
    expect(latestOf(all, type, except)?.id).toBe(expected)
  })
})

describe('lastSource', () => {
  it.each([
    { name: 'whoever was named last, in whichever type', except: 'b', expected: 'tosk' },
    { name: 'not the one it is asked for', except: 'c', expected: 'orlec' },
  ])('gives $name', ({ except, expected }) => {
    expect(lastSource(all, defaultCodebook, except)).toBe(expected)
  })

  it('gives nobody when nobody was named', () => {
    expect(lastSource(all.slice(2), defaultCodebook, '')).toBeUndefined()
  })
})

describe('withAttributesOf', () => {
  const [quote, claim, bare] = all
  if (quote === undefined || claim === undefined || bare === undefined) throw new Error('no values')

  it('takes what is not set, and keeps what is', () => {
    const own = { ...bare, attributes: { speaker: 'me' } }
    expect(withAttributesOf(own, quote.attributes).attributes).toEqual({
      speaker: 'me',
      mode: 'direct',
    })
  })

  it('is the same annotation when there is nothing to take', () => {
    expect(withAttributesOf(claim, bare.attributes)).toBe(claim)
    expect(withAttributesOf(quote, quote.attributes)).toBe(quote)
  })
})
