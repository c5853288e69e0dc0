import type { Annotation } from '../annotation/annotation'
import type { AnnotationSet } from '../annotation/annotation-set'
import type { Change } from './change'

/**
 * The changes that delete an annotation: its relations within `set` go first, so that none is left
 * without an end and one undo brings all of it back.
 */
export function removalOf(set: AnnotationSet, annotation: Annotation): Change[] {
  const { article, annotator } = set
  const relations = [...set.relations.values()].filter(
    ({ from, to }) => from.annotation === annotation.id || to.annotation === annotation.id,
  )
  return [
    ...relations.map((relation): Change => ({
      kind: 'relation',
      article,
      annotator,
      id: relation.id,
      before: relation,
    })),
    { kind: 'annotation', article, annotator, id: annotation.id, before: annotation },
  ]
}
