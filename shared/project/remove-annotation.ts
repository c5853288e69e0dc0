import type { Annotation } from '../annotation/annotation'
import type { AnnotationSet } from '../annotation/annotation-set'
import type { Change } from './change'

/**
 * The changes that delete annotations: their relations within `set` go first, so that none is left
 * without an end and one undo brings all of it back.
 */
export function removalOf(set: AnnotationSet, annotations: readonly Annotation[]): Change[] {
  const { article, annotator } = set
  const ids = new Set<string>(annotations.map(({ id }) => id))
  const relations = [...set.relations.values()].filter(
    ({ from, to }) => ids.has(from.annotation) || ids.has(to.annotation),
  )
  return [
    ...relations.map((relation): Change => ({
      kind: 'relation',
      article,
      annotator,
      id: relation.id,
      before: relation,
    })),
    ...annotations.map((annotation): Change => ({
      kind: 'annotation',
      article,
      annotator,
      id: annotation.id,
      before: annotation,
    })),
  ]
}
