import { expect, test } from 'vitest'
import type { Annotation, AnnotationId, AnnotatorId, Relation } from '../annotation/annotation'
import { createAnnotation } from '../annotation/annotation'
import { annotationSetOf } from '../annotation/annotation-set'
import { valuesOf } from '../annotation/bucket-map'
import type { ArticleId } from '../article/article'
import { defaultCodebook } from '../codebook/default-codebook'
import { annotationFile } from './change'
import type { ProjectState } from './project-state'
import { applyChanges } from './project-state'
import { removalOf } from './remove-annotation'

const article = '0197e000-0000-7000-8000-0000000000aa' as ArticleId
const annotator = '0197e000-0000-7000-8000-0000000000bb' as AnnotatorId
const at = '2026-01-05T10:00:00.000Z'
const id = (number: number): AnnotationId =>
  `0197e000-0000-7000-8000-00000000000${number.toString()}` as AnnotationId

const annotation = (number: number): Annotation =>
  createAnnotation('some words', {
    id: id(number),
    type: 'claim',
    spans: [{ start: 0, end: 4 }],
    at,
  })
const relation = (number: number, from: number, to: number): Relation => ({
  id: id(number),
  type: 'supports',
  from: { article, annotation: id(from) },
  to: { article, annotation: id(to) },
  createdAt: at,
})

const set = annotationSetOf({
  article,
  annotator,
  annotations: [annotation(1), annotation(2), annotation(3)],
  relations: [relation(5, 1, 2), relation(6, 2, 3), relation(7, 3, 1)],
})
const state: ProjectState = {
  name: 'p',
  codebook: defaultCodebook,
  sources: new Map(),
  annotators: new Map(),
  edits: new Map(),
  sets: new Map([[annotationFile(article, annotator), set]]),
}
const idsIn = ({ sets }: ProjectState): string[] => {
  const [only] = sets.values()
  return only === undefined
    ? []
    : [...valuesOf(only.annotations), ...only.relations.values()].map(thing => thing.id).sort()
}

test('deleting an annotation takes its relations along, at either end', () => {
  const after = applyChanges(state, removalOf(set, [annotation(1)]))
  expect(idsIn(after.state)).toEqual([id(2), id(3), id(6)])
})

test('one undo brings the annotation and its relations back', () => {
  const after = applyChanges(state, removalOf(set, [annotation(1)]))
  expect(idsIn(applyChanges(after.state, after.inverse).state)).toEqual(idsIn(state))
})

test('several annotations take each of their relations along once', () => {
  const after = applyChanges(state, removalOf(set, [annotation(1), annotation(3)]))
  expect(idsIn(after.state)).toEqual([id(2)])
  expect(idsIn(applyChanges(after.state, after.inverse).state)).toEqual(idsIn(state))
})
