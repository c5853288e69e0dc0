import type {
  Annotation,
  AnnotationId,
  AttributeValue,
  Source,
} from '../../shared/annotation/annotation'
import { getFrom, valuesOf } from '../../shared/annotation/bucket-map'
import { spansTouching } from '../../shared/annotation/interval-index'
import type { Attribute } from '../../shared/codebook/codebook'
import { typeOf } from '../../shared/codebook/codebook'
import type { Change } from '../../shared/project/change'
import { removalOf } from '../../shared/project/remove-annotation'
import { hullOf } from '../../shared/text/span'
import type { TextSelection } from '../editor/article-view-contract'
import { without } from '../values/without'
import { makeEdit } from './edits'
import type { Focus } from './edits'
import { newSourceId, now } from './new-id'
import { hint } from './notices'
import { refuseIfOthers } from './others'
import {
  annotationOf,
  codebookOf,
  isReadOnly,
  isShown,
  inTextOrder,
  ownSet,
  ownAnnotationOf,
  setWith,
  shownSets,
} from './selectors'
import type { BoundaryMove, CardRequest, PaneId } from './pane'
import { changeIn, stateIn } from './panes'
import type { WorkbenchState } from './store'
import { store } from './store'
import { revealSome, shownView } from './view'

export function removeAnnotation(id: AnnotationId): void {
  if (refuseIfOthers(id)) return
  const annotation = ownAnnotationOf(store.getState(), id)
  if (annotation === undefined) return
  const { end } = hullOf(annotation.spans)
  const set = setWith(store.getState(), id)
  if (set === undefined) return
  if (!makeEdit(`delete the ${labelOf(annotation)}`, removalOf(set, [annotation]))) return
  hint(`Deleted the ${labelOf(annotation)}`)
  shownView()?.select({ anchor: end, head: end })
  shownView()?.focus()
}

/** Set an attribute, or unset it with `undefined`. A source that is new comes into being in the same step. */
export function setAttribute(
  id: AnnotationId,
  attribute: Attribute,
  value: AttributeValue | undefined,
  newSource?: Source,
): void {
  const before = ownAnnotationOf(store.getState(), id)
  if (before === undefined) return
  const { [attribute.key]: old, ...others } = before.attributes
  if (JSON.stringify(old) === JSON.stringify(value)) return
  const attributes = value === undefined ? others : { ...before.attributes, [attribute.key]: value }
  const verb = value === undefined ? 'clear' : 'set'
  changeAnnotation(
    `${verb} the ${attribute.label.toLowerCase()}`,
    before,
    { ...before, attributes, updatedAt: now() },
    newSource === undefined
      ? {}
      : { first: [{ kind: 'source', id: newSource.id, after: newSource }] },
  )
}

export function setNote(id: AnnotationId, note: string): void {
  const before = ownAnnotationOf(store.getState(), id)
  if (before === undefined || (before.note ?? '') === note) return
  changeAnnotation(note === '' ? 'delete the note' : 'write the note', before, {
    ...without(before, 'note'),
    ...(note === '' ? {} : { note }),
    updatedAt: now(),
  })
}

/** A source that does not exist yet; it is kept once an attribute points to it. */
export function createSource(name: string): Source {
  return {
    format: 'assay-source',
    version: 1,
    minReader: 1,
    id: newSourceId(),
    name,
    kind: 'unknown',
    aliases: [],
  }
}

/**
 * Create an annotation of the article in use, or change one that is on screen, after the changes of `first`, in one step of
 * undo; `also` goes into the window's state together with it.
 */
export function changeAnnotation(
  label: string,
  before: Annotation | undefined,
  after: Annotation,
  { first = [], also = {} }: { readonly first?: readonly Change[]; readonly also?: Focus } = {},
): boolean {
  const state = store.getState()
  const { opened } = state
  const { id } = after
  const article = setWith(state, before?.id)?.article ?? state.article?.article.id
  if (opened === undefined || article === undefined) return false
  const change: Change = {
    kind: 'annotation',
    article,
    annotator: opened.annotator.id,
    id,
    ...(before === undefined ? {} : { before }),
    after,
  }
  return makeEdit(label, [...first, change], also)
}

/** What an annotation's type is called in the middle of a sentence. */
export function labelOf(annotation: Annotation): string {
  const codebook = codebookOf(store.getState())
  const type = codebook === undefined ? undefined : typeOf(codebook, annotation.type)
  return (type?.label ?? annotation.type).toLowerCase()
}

/** Put an annotation in focus, or none. */
export function focusAnnotation(id: AnnotationId | undefined): void {
  store.setState({ focused: id, justMade: undefined, hint: undefined })
}

/** The shortest annotation that is shown and covers the character at `offset`: what a click there means. */
export function annotationAt(offset: number, pane?: PaneId): AnnotationId | undefined {
  return annotationsAt(offset, offset + 1, pane)[0]
}

/** Ids of the annotations shown that touch a range, the shortest first. */
function annotationsAt(start: number, end: number, pane?: PaneId): AnnotationId[] {
  const state = stateIn(store.getState(), pane)
  const touching = shownSets(state).flatMap(set =>
    spansTouching(set.index, { start, end }).filter(({ id }) => {
      const annotation = getFrom(set.annotations, id)
      return annotation !== undefined && isShown(state, annotation)
    }),
  )
  touching.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
  return [...new Set(touching.map(({ id }) => id as AnnotationId))]
}

/** Of several annotations on the word at the caret, put the next longer one in focus; after the longest the shortest. */
export function focusNextHere(): void {
  const { focused, selection } = store.getState()
  const here = annotationsAt(Math.max(0, selection.head - 1), selection.head + 1)
  const next = here[(here.findIndex(id => id === focused) + 1) % here.length]
  if (next === undefined) hint('No annotation here')
  else if (next === focused) hint('No other annotation here')
  else focusAnnotation(next)
}

/** This annotator's annotations of the article on screen. */
export function ownAnnotations(state: WorkbenchState): Iterable<Annotation> {
  const set = ownSet(state)
  return set === undefined ? [] : valuesOf(set.annotations)
}

/** The annotation that may be changed and is meant: the one in focus, else the shortest at the caret. */
export function annotationAtHand(state: WorkbenchState): Annotation | undefined {
  return isReadOnly(state) ? undefined : ownAnnotationOf(state, idAtHand(state))
}

/** The same for what is about to change it: when there is none, or it is another annotator's, that is said. */
export function changeableAtHand(): Annotation | undefined {
  const state = store.getState()
  const annotation = annotationAtHand(state)
  if (annotation === undefined && !refuseIfOthers(idAtHand(state)))
    hint('Go to an annotation first')
  return annotation
}

/**
 * The annotation that a key means, whosever it is: the one in focus, else the shortest at the caret. Deleting asks
 * for the focus: it must be seen beforehand what goes.
 */
export function idAtHand({ focused, selection }: WorkbenchState): AnnotationId | undefined {
  return focused ?? annotationAt(selection.head) ?? annotationAt(selection.head - 1)
}

/** Go to an annotation's words: they come into view, the caret stands behind them. */
export function goToAnnotation(id: AnnotationId): void {
  const annotation = annotationOf(store.getState(), id)
  if (annotation === undefined) return
  const span = hullOf(annotation.spans)
  const view = shownView()
  store.setState({ focused: id, justMade: undefined, hint: undefined })
  view?.select({ anchor: span.end, head: span.end })
  view?.reveal(span)
  view?.focus()
}

/** Go to the annotation after (or before) the one in focus, else after (or before) the caret. */
export function focusNeighbour(step: 1 | -1): void {
  const { focused, selection } = store.getState()
  const state = store.getState()
  const all = inTextOrder(shownSets(state)).filter(annotation => isShown(state, annotation))
  const at = all.findIndex(annotation => annotation.id === focused)
  const next = at === -1 ? nearest(all, selection.head, step) : all[at + step]
  if (next === undefined) {
    hint(step === 1 ? 'No annotation after this' : 'No annotation before this')
    return
  }
  goToAnnotation(next.id)
}

function nearest(all: readonly Annotation[], caret: number, step: 1 | -1): Annotation | undefined {
  return step === 1
    ? all.find(annotation => hullOf(annotation.spans).start >= caret)
    : all.findLast(annotation => hullOf(annotation.spans).end <= caret)
}

/** Put the keyboard into a field of the card in focus, or of the annotation at the caret. */
export function enterCard(field: CardRequest['field']): void {
  const annotation = idAtHand(store.getState())
  if (annotation === undefined) {
    hint('Go to an annotation first')
    return
  }
  revealSome(annotationOf(store.getState(), annotation)?.spans ?? [])
  store.setState(({ cardRequest }) => ({
    focused: annotation,
    justMade: undefined,
    cardRequest: { annotation, field, asked: (cardRequest?.asked ?? 0) + 1 },
    marginShows: 'cards',
  }))
  refuseIfOthers(annotation)
}

/** From a card back to the text: the caret goes behind the annotation's words. */
export function returnToText(id: AnnotationId | undefined): void {
  const annotation = annotationOf(store.getState(), id)
  const view = shownView()
  if (annotation !== undefined) {
    const { end } = hullOf(annotation.spans)
    view?.select({ anchor: end, head: end }, { reveal: true })
  }
  view?.focus()
}

/** The caret of a pane moved: an annotation keeps the focus only while the caret touches it. */
export function selectionMoved(selection: TextSelection, pane: PaneId): void {
  const whole = store.getState()
  const state = stateIn(whole, pane)
  const { focused, moving, selection: before } = state
  if (selection.anchor === before.anchor && selection.head === before.head) return
  const quiet = pane === whole.pane ? { hint: undefined } : {}
  const dropped = moving !== undefined && isMoved(moving, before) ? { hint: leftAsItWas } : quiet
  if (moving !== undefined && selection.anchor === moving.anchor) {
    store.setState({ ...changeIn(whole, pane, { selection }), ...quiet })
    return
  }
  const annotation = annotationOf(state, focused)
  const hull = annotation === undefined ? undefined : hullOf(annotation.spans)
  const touches = hull !== undefined && selection.head >= hull.start && selection.head <= hull.end
  const change = {
    selection,
    moving: undefined,
    ...(touches ? {} : { focused: undefined }),
    ...(annotation === undefined ? {} : { lastFocused: annotation.id }),
  }
  store.setState({ ...changeIn(whole, pane, change), ...dropped })
}

/** What is said of a boundary that was moved and not kept. */
export const leftAsItWas = 'Left as it was'

function isMoved({ part }: BoundaryMove, { anchor, head }: TextSelection): boolean {
  return Math.min(anchor, head) !== part.start || Math.max(anchor, head) !== part.end
}
