import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotationId, AnnotatorId } from '../annotation/annotation'
import { createAnnotation } from '../annotation/annotation'
import type { ArticleId } from '../article/article'
import { mentionOf, mentionsOf, sourceUses, usedValues } from './mention'

const uuid = (number: number): string =>
  `0197e000-0000-7000-8000-${number.toString().padStart(12, '0')}`
const mira = uuid(901)
const text = 'Mira spoke. So did the ministry, twice.'

function mention(
  given: { readonly article: number; readonly number: number; readonly start: number } & {
    readonly attributes: Annotation['attributes']
    readonly type?: string
  },
) {
  return mentionOf({
    article: uuid(given.article) as ArticleId,
    annotator: uuid(900) as AnnotatorId,
    annotation: createAnnotation(text, {
      id: uuid(given.number) as AnnotationId,
      type: given.type ?? 'quote',
      spans: [{ start: given.start, end: given.start + 4 }],
      at: '2031-01-01T00:00:00.000Z',
      attributes: given.attributes,
    }),
  })
}

const all = [
  mention({ article: 2, number: 10, start: 0, attributes: { speaker: mira, cue: 'spoke' } }),
  mention({ article: 1, number: 11, start: 12, attributes: { speaker: mira, cue: 'said' } }),
  mention({ article: 1, number: 12, start: 0, attributes: { claimant: mira, cue: 'said' } }),
  mention({ article: 1, number: 13, start: 0, attributes: { speaker: uuid(902) } }),
  mention({ article: 1, number: 14, start: 5, type: 'claim', attributes: { cue: 'knew' } }),
  mention({ article: 1, number: 15, start: 5, attributes: { value: { min: '1' }, checked: true } }),
]

describe('mentions', () => {
  it('keep the words and the attributes that are text', () => {
    expect(all[0]).toMatchObject({
      words: 'Mira',
      start: 0,
      texts: { speaker: mira, cue: 'spoke' },
    })
    expect(all[5]?.texts).toEqual({})
  })

  it('cut long words without breaking a character', () => {
    const long = '😡'.repeat(150)
    const cut = mentionOf({
      article: uuid(1) as ArticleId,
      annotator: uuid(900) as AnnotatorId,
      annotation: createAnnotation(long, {
        id: uuid(20) as AnnotationId,
        type: 'quote',
        spans: [{ start: 0, end: long.length }],
        at: '2031-01-01T00:00:00.000Z',
      }),
    })
    expect(cut.words).toBe(`${'😡'.repeat(100)}…`)
  })

  it('count for each source, once an annotation, with the articles', () => {
    expect(sourceUses(all)).toEqual([
      { source: mira, annotations: 3, articles: [uuid(2), uuid(1)] },
      { source: uuid(902), annotations: 1, articles: [uuid(1)] },
    ])
  })

  it('are listed for a source by article and place', () => {
    expect(mentionsOf(all, mira).map(({ id }) => id)).toEqual([uuid(12), uuid(11), uuid(10)])
  })

  it('give the values of an attribute, the most used first', () => {
    expect(usedValues(all, 'quote', 'cue')).toEqual([
      { value: 'said', count: 2 },
      { value: 'spoke', count: 1 },
    ])
  })
})
