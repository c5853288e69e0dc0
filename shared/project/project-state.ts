import type { Annotator, AnnotatorId, Source, SourceId } from '../annotation/annotation'
import type { AnnotationSet } from '../annotation/annotation-set'
import { withAnnotation, withRelation } from '../annotation/annotation-set'
import type { ArticleEdits, ArticleId } from '../article/article'
import type { Codebook } from '../codebook/codebook'
import type { Change } from './change'
import { annotationFile, invertChanges } from './change'

/**
 * What is known of a project while it is open. `sets` holds only the articles that are loaded, keyed by
 * `annotationFile`; a change to another one is kept by the journal and met when that article is loaded.
 */
export type ProjectState = {
  readonly name: string
  readonly codebook: Codebook
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly annotators: ReadonlyMap<AnnotatorId, Annotator>
  readonly edits: ReadonlyMap<ArticleId, ArticleEdits>
  readonly sets: ReadonlyMap<string, AnnotationSet>
}

/** Apply `change`; pure, and the same in the window, in main and in a replay of the journal. */
export function applyChange(state: ProjectState, change: Change): ProjectState {
  switch (change.kind) {
    case 'annotation':
      return withSet(state, change, set => withAnnotation(set, change.id, change.after))
    case 'relation':
      return withSet(state, change, set => withRelation(set, change.id, change.after))
    case 'status':
      return withSet(state, change, set => ({ ...set, status: change.after }))
    case 'source':
      return { ...state, sources: withKey(state.sources, change.id, change.after) }
    case 'annotator':
      return { ...state, annotators: withKey(state.annotators, change.id, change.after) }
    case 'metadata':
      return { ...state, edits: withKey(state.edits, change.article, change.after) }
    case 'codebook':
      return { ...state, codebook: change.after }
    case 'project':
      return { ...state, name: change.after.name }
  }
}

/** Apply a whole edit, and say how to take it back. */
export function applyChanges(
  state: ProjectState,
  changes: readonly Change[],
): { readonly state: ProjectState; readonly inverse: Change[] } {
  return { state: changes.reduce(applyChange, state), inverse: invertChanges(changes) }
}

function withSet(
  state: ProjectState,
  where: { readonly article: ArticleId; readonly annotator: AnnotatorId },
  update: (set: AnnotationSet) => AnnotationSet,
): ProjectState {
  const key = annotationFile(where.article, where.annotator)
  const set = state.sets.get(key)
  if (set === undefined) return state
  return { ...state, sets: new Map(state.sets).set(key, update(set)) }
}

function withKey<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  value: Value | undefined,
): ReadonlyMap<Key, Value> {
  const copy = new Map(map)
  if (value === undefined) copy.delete(key)
  else copy.set(key, value)
  return copy
}
