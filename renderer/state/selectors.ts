import type { Annotation, AnnotationId } from '../../shared/annotation/annotation'
import type { AnnotationSet } from '../../shared/annotation/annotation-set'
import { getFrom } from '../../shared/annotation/bucket-map'
import type { ArticleId } from '../../shared/article/article'
import { titleOf } from '../../shared/article/article'
import type { Codebook } from '../../shared/codebook/codebook'
import type { ArticleOrder } from '../../shared/ipc/preferences'
import { annotationFile } from '../../shared/project/change'
import type { Span } from '../../shared/text/span'
import { trimSpan } from '../../shared/text/trim-span'
import type { AnnotationOrder, JoinedOrder } from '../values/annotation-order'
import { joinedAfter, orderAfter } from '../values/annotation-order'
import type { WorkbenchState } from './store'

const noSets: readonly AnnotationSet[] = []
type Known = {
  readonly sets: NonNullable<WorkbenchState['project']>['sets']
  readonly showsOthers: boolean
  readonly hidden: WorkbenchState['hiddenAnnotators']
  readonly shown: readonly AnnotationSet[]
}
const shownOf = new WeakMap<object, Known>()

/**
 * The annotation sets of the article on screen, without those of annotators who are hidden; the same array
 * as long as none of them changed.
 */
export function shownSets(state: WorkbenchState): readonly AnnotationSet[] {
  const { article, project, opened, hiddenAnnotators: hidden } = state
  if (article === undefined || project === undefined) return noSets
  const { sets } = project
  const showsOthers = state.info?.preferences.showsOthers ?? true
  const known = shownOf.get(article)
  if (known?.sets === sets && known.showsOthers === showsOthers && known.hidden === hidden)
    return known.shown
  const self = opened?.annotator.id
  const now = [...sets.values()].filter(
    set =>
      set.article === article.article.id &&
      (set.annotator === self || (showsOthers && !hidden.has(set.annotator))),
  )
  const shown = known !== undefined && areSame(known.shown, now) ? known.shown : now
  shownOf.set(article, { sets, showsOthers, hidden, shown })
  return shown
}

function areSame<Value>(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}

/** The set this window's annotator writes to, for the article on screen. */
export function ownSet(state: WorkbenchState): AnnotationSet | undefined {
  const { project, article, opened } = state
  if (project === undefined || article === undefined || opened === undefined) return undefined
  return project.sets.get(annotationFile(article.article.id, opened.annotator.id))
}

/** An annotation of the article on screen, whoever made it. */
export function annotationOf(
  state: WorkbenchState,
  id: AnnotationId | undefined,
): Annotation | undefined {
  if (id === undefined) return undefined
  for (const set of shownSets(state)) {
    const found = getFrom(set.annotations, id)
    if (found !== undefined) return found
  }
  return undefined
}

/** The set, of whichever article on screen, that has this annotation. */
export function setWith(
  state: WorkbenchState,
  id: AnnotationId | undefined,
): AnnotationSet | undefined {
  if (id === undefined) return undefined
  const own = ownSet(state)
  if (own !== undefined && getFrom(own.annotations, id) !== undefined) return own
  const sets = [...(state.project?.sets.values() ?? [])]
  return sets.find(set => getFrom(set.annotations, id) !== undefined)
}

/** An annotation that this window may change: one of its own annotator, of whichever article on screen. */
export function ownAnnotationOf(
  state: WorkbenchState,
  id: AnnotationId | undefined,
): Annotation | undefined {
  const set = setWith(state, id)
  return id === undefined || set === undefined || set.annotator !== state.opened?.annotator.id
    ? undefined
    : getFrom(set.annotations, id)
}

/**
 * The annotation somebody turned to: its card is open and the other marks step back. One that was just
 * made waits closed, so that tagging word after word neither flickers nor moves the margin.
 */
export function turnedTo({ focused, justMade }: WorkbenchState): AnnotationId | undefined {
  return focused === justMade ? undefined : focused
}

/** How the user has the articles listed. */
export function articleOrderOf({ info }: Pick<WorkbenchState, 'info'>): ArticleOrder {
  return info?.preferences.articleOrder ?? 'imported'
}

/** True when an annotation's mark and card are shown: its type is not hidden, nor all of them. */
export function isShown(
  { hidesMarks, hiddenTypes }: Pick<WorkbenchState, 'hidesMarks' | 'hiddenTypes'>,
  { type }: Annotation,
): boolean {
  return !hidesMarks && !hiddenTypes.has(type)
}

/** Title of the article on screen, as people see it. */
export function shownTitle(state: WorkbenchState): string {
  const article = state.article?.article
  return article === undefined ? '' : titleOf(article, state.project?.edits.get(article.id))
}

/** How many annotations of everybody an article has. */
export function annotationsOn({ summaries }: WorkbenchState, article: ArticleId): number {
  return Object.values(summaries.find(({ id }) => id === article)?.annotators ?? {})
    .flatMap(({ counts }) => Object.values(counts))
    .reduce((sum, count) => sum + count, 0)
}

/** True when nothing of the open project can be changed. */
export function isReadOnly(state: WorkbenchState): boolean {
  return state.opened?.readOnly !== undefined
}

/** The selected words without the white space around them, or `undefined` when none are selected. */
export function selectedSpan(state: WorkbenchState): Span | undefined {
  const text = state.article?.article.text
  if (text === undefined) return undefined
  const { anchor, head } = state.selection
  return trimSpan(text, { start: Math.min(anchor, head), end: Math.max(anchor, head) })
}

/** Articles, and articles with one annotator, whose last order is kept. */
const keptOrders = 8
/** The orders that were asked for last, for each article and annotator: what the next ones are made from. */
const latestOrders = new Map<string, AnnotationOrder>()
/** The same for everybody shown in an article. */
const latestJoined = new Map<string, JoinedOrder>()

/** Annotations of a set by their place in the text; put in order once for each state of the set. */
export function orderedAnnotations(set: AnnotationSet): readonly Annotation[] {
  return orderOf(set).sorted
}

function orderOf(set: AnnotationSet): AnnotationOrder {
  const key = annotationFile(set.article, set.annotator)
  const latest = latestOrders.get(key)
  if (latest?.of === set.annotations) return latest
  return keep(latestOrders, key, orderAfter(latest, set.annotations))
}

/** The annotations of several sets by their place in the text, whoever made them; put in order once for each state of them. */
export function inTextOrder(sets: readonly AnnotationSet[]): readonly Annotation[] {
  const [first, another] = sets
  if (first === undefined) return []
  if (another === undefined) return orderedAnnotations(first)
  const orders = sets.map(orderOf)
  const latest = latestJoined.get(first.article)
  if (latest !== undefined && areSame(latest.of, orders)) return latest.sorted
  return keep(latestJoined, first.article, joinedAfter(latest, orders)).sorted
}

function keep<Kept>(latest: Map<string, Kept>, key: string, kept: Kept): Kept {
  latest.set(key, kept)
  const oldest = latest.keys().next()
  if (latest.size > keptOrders && oldest.done === false) latest.delete(oldest.value)
  return kept
}

/** The codebook of the open project. */
export function codebookOf(state: WorkbenchState): Codebook | undefined {
  return state.project?.codebook
}

/** The article summaries that are in the project, or those in its bin. */
export function isInBin(summary: { readonly removedAt?: string | undefined }): boolean {
  return summary.removedAt !== undefined
}
