import type { Annotator, AnnotatorId, Source, SourceId } from '../annotation/annotation'
import type { AnnotationSet } from '../annotation/annotation-set'
import { withAnnotation, withRelation, withSetChanges } from '../annotation/annotation-set'
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
  let after = state
  for (const run of runsOf(changes)) after = applyRun(after, run)
  return { state: after, inverse: invertChanges(changes) }
}

type SetChange = Extract<Change, { kind: 'annotation' | 'relation' }>

/** From so many changes of one set on, the set is made anew at once. */
const fewChanges = 50

function applyRun(state: ProjectState, run: readonly Change[]): ProjectState {
  const [first] = run
  if (run.length < fewChanges || first === undefined || !isSetChange(first))
    return run.reduce(applyChange, state)
  return withSet(state, first, set => withSetChanges(set, run.filter(isSetChange)))
}

/** The changes in their order, those of annotations and relations of one set that follow each other together. */
function runsOf(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = []
  let last: string | undefined
  for (const change of changes) {
    const of = isSetChange(change) ? annotationFile(change.article, change.annotator) : undefined
    if (of !== undefined && of === last) runs.at(-1)?.push(change)
    else runs.push([change])
    last = of
  }
  return runs
}

function isSetChange(change: Change): change is SetChange {
  return change.kind === 'annotation' || change.kind === 'relation'
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
