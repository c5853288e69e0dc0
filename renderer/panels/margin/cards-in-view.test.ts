import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotationId, AnnotatorId } from '../../../shared/annotation/annotation'
import { createAnnotation } from '../../../shared/annotation/annotation'
import { annotationSetOf } from '../../../shared/annotation/annotation-set'
import type { ArticleId } from '../../../shared/article/article'
import { cardsInView } from './cards-in-view'

const text = 'word '.repeat(1000)
const annotation = (id: string, start: number, end: number): Annotation =>
  createAnnotation(text, {
    id: id as AnnotationId,
    type: 'claim',
    spans: [{ start, end }],
    at: '2026-01-02T03:04:05.006Z',
  })
const setOf = (...annotations: Annotation[]) =>
  annotationSetOf({ article: 'a' as ArticleId, annotator: 'me' as AnnotatorId, annotations })
const idsIn = (...given: Parameters<typeof cardsInView>) =>
  cardsInView(...given).map(card => card.annotation.id)

describe('cardsInView', () => {
  const set = setOf(
    annotation('late', 300, 310),
    annotation('long', 10, 400),
    annotation('early', 250, 260),
  )

  it('gives the annotations that begin in view, in the order of the text', () => {
    expect(idsIn([set], [{ start: 200, end: 500 }], undefined)).toEqual(['early', 'late'])
  })

  it('keeps the one in focus while any of its words are in view', () => {
    expect(idsIn([set], [{ start: 200, end: 500 }], 'long')).toEqual(['long', 'early', 'late'])
    expect(idsIn([set], [{ start: 450, end: 500 }], 'long')).toEqual([])
  })
})
