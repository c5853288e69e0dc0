import type { ArticleId } from '../article/article'
import type { Annotation, AnnotatorId, Relation } from './annotation'
import type { BucketMap } from './bucket-map'
import { bucketMapOf, getFrom, valuesOf, withEntry } from './bucket-map'
import type { IntervalIndex } from './interval-index'
import { intervalIndexOf, withSpans, withoutSpans } from './interval-index'

export const articleStatuses = ['new', 'in-progress', 'done'] as const
/** How far an annotator has come with an article. */
export type ArticleStatus = (typeof articleStatuses)[number]

/** All annotations of one annotator on one article, with the index over their spans. */
export type AnnotationSet = {
  readonly article: ArticleId
  readonly annotator: AnnotatorId
  readonly status: ArticleStatus
  readonly annotations: BucketMap<Annotation>
  readonly relations: ReadonlyMap<string, Relation>
  readonly index: IntervalIndex
}

export function annotationSetOf(given: {
  readonly article: ArticleId
  readonly annotator: AnnotatorId
  readonly status?: ArticleStatus
  readonly annotations?: readonly Annotation[]
  readonly relations?: readonly Relation[]
}): AnnotationSet {
  const annotations = given.annotations ?? []
  return {
    article: given.article,
    annotator: given.annotator,
    status: given.status ?? 'new',
    annotations: bucketMapOf(annotations.map(annotation => [annotation.id, annotation])),
    relations: new Map((given.relations ?? []).map(relation => [relation.id, relation])),
    index: intervalIndexOf(
      annotations.flatMap(({ id, spans }) => spans.map(({ start, end }) => ({ id, start, end }))),
    ),
  }
}

/** The set with annotation `id` as `after`, or without it when `after` is `undefined`. */
export function withAnnotation(
  set: AnnotationSet,
  id: string,
  after: Annotation | undefined,
): AnnotationSet {
  const before = getFrom(set.annotations, id)
  let index = set.index
  if (before !== undefined) index = withoutSpans(index, id, before.spans)
  if (after !== undefined) index = withSpans(index, id, after.spans)
  return { ...set, annotations: withEntry(set.annotations, id, after), index }
}

/** The set with relation `id` as `after`, or without it when `after` is `undefined`. */
export function withRelation(
  set: AnnotationSet,
  id: string,
  after: Relation | undefined,
): AnnotationSet {
  const relations = new Map(set.relations)
  if (after === undefined) relations.delete(id)
  else relations.set(id, after)
  return { ...set, relations }
}

/** What one change of many makes of an annotation or a relation; nothing when it is to go. */
export type SetChange =
  | { readonly kind: 'annotation'; readonly id: string; readonly after?: Annotation | undefined }
  | { readonly kind: 'relation'; readonly id: string; readonly after?: Relation | undefined }

/**
 * The set after many changes at once: as if they were made one by one, but each map and the index are
 * made anew only once, so that ten thousand of them take milliseconds.
 */
export function withSetChanges(set: AnnotationSet, changes: readonly SetChange[]): AnnotationSet {
  const annotations = new Map<string, Annotation>()
  for (const annotation of valuesOf(set.annotations)) annotations.set(annotation.id, annotation)
  const relations = new Map(set.relations)
  for (const change of changes)
    if (change.kind === 'relation') setOrDelete(relations, change.id, change.after)
    else setOrDelete(annotations, change.id, change.after)
  return annotationSetOf({
    ...set,
    annotations: [...annotations.values()],
    relations: [...relations.values()],
  })
}

function setOrDelete<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}
