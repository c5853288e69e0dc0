import type { AttributeValue } from '../../shared/annotation/annotation'
import { createAnnotation } from '../../shared/annotation/annotation'
import type { AnnotationType } from '../../shared/codebook/codebook'
import { typeOf } from '../../shared/codebook/codebook'
import { latestOf } from '../values/earlier-annotations'
import { changeAnnotation, enterCard, ownAnnotations } from './annotating'
import { findEarlier, takenOver } from './earlier'
import { newAnnotationId, now } from './new-id'
import { hint } from './notices'
import { codebookOf, selectedSpan } from './selectors'
import type { WorkbenchState } from './store'
import { store, whenDrawn } from './store'
import { shownView } from './view'

/** How many types are remembered as recent. */
const mostRecent = 9

/**
 * Tag the selected words; the caret stays behind them and the new annotation is in focus. With nothing
 * selected, a tag that is armed changes to `type`.
 */
export function tagSelection(
  type: AnnotationType,
  attributes: Readonly<Record<string, AttributeValue>> = {},
): void {
  const state = store.getState()
  const text = state.article?.article.text
  if (text === undefined) return
  const span = selectedSpan(state)
  if (span === undefined) {
    if (state.armed !== undefined) armTag(type)
    else hint('Select words first')
    return
  }
  const id = newAnnotationId()
  const annotation = createAnnotation(text, {
    id,
    type: type.key,
    spans: [span],
    at: now(),
    attributes,
  })
  const label = `tag as ${type.label.toLowerCase()}`
  const caret = { anchor: span.end, head: span.end }
  // With the change: everything that listens is told once.
  const also = {
    focused: id,
    justMade: id,
    lastFocused: id,
    selection: caret,
    recentTypes: withRecent(state.recentTypes, type.key),
    hidesMarks: false,
    hiddenTypes: withoutType(state.hiddenTypes, type.key),
  }
  if (!changeAnnotation(label, undefined, annotation, { also })) return
  // Once everything is rendered: the browser lays out the page for it, and would have to do so twice.
  whenDrawn(() => shownView()?.select(caret))
  if (state.info?.preferences.entersCard === true && state.armed === undefined) enterCard('first')
}

function withRecent(recent: readonly string[], type: string): readonly string[] {
  return recent[0] === type
    ? recent
    : [type, ...recent.filter(key => key !== type)].slice(0, mostRecent)
}

/** What is made is seen, also when its type was hidden. */
function withoutType(hidden: ReadonlySet<string>, type: string): ReadonlySet<string> {
  return hidden.has(type) ? new Set([...hidden].filter(key => key !== type)) : hidden
}

/** Tag the selected words like the annotation made last: with its type, or with its attributes, too. */
export function repeatTag(withAttributes: boolean): void {
  const state = store.getState()
  const type = lastType(state)
  if (type === undefined) {
    hint('Tag some words first')
    return
  }
  const last = withAttributes ? findEarlier(state, all => latestOf(all, type.key)) : undefined
  if (selectedSpan(state) === undefined) hint('Select words first')
  else tagSelection(type, last && takenOver(last, state))
}

/** The type that was tagged with last and is still there: in this session, else in this article. */
function lastType(state: WorkbenchState): AnnotationType | undefined {
  const codebook = codebookOf(state)
  if (codebook === undefined) return undefined
  const known = (key: string): boolean => typeOf(codebook, key) !== undefined
  const key =
    state.recentTypes.find(known) ??
    latestOf([...ownAnnotations(state)].filter(({ type }) => known(type)))?.type
  return key === undefined ? undefined : typeOf(codebook, key)
}

/** From now on every selection is tagged at once as `type`, until `disarmTag`; words that are selected now, too. */
export function armTag(type: AnnotationType): void {
  store.setState({ armed: type.key })
  if (selectedSpan(store.getState()) !== undefined) tagSelection(type)
  hint(`Every selection is tagged as ${type.label.toLowerCase()} until Esc`)
}

/** Arm the type that was tagged with last, else the first; or stop tagging every selection. */
export function toggleArmed(): void {
  const state = store.getState()
  const type = lastType(state) ?? codebookOf(state)?.types[0]
  if (state.armed !== undefined) disarmTag()
  else if (type !== undefined) armTag(type)
}

export function disarmTag(): void {
  forgetWaiting()
  store.setState({ armed: undefined, hint: undefined })
}

/** The type every selection is tagged with, if any. */
export function armedType(state: WorkbenchState): AnnotationType | undefined {
  const codebook = codebookOf(state)
  if (codebook === undefined || state.armed === undefined) return undefined
  return typeOf(codebook, state.armed)
}

/** Longer than two presses that belong together are apart. */
const patienceMs = 500
let waiting: ReturnType<typeof setTimeout> | undefined

/**
 * Words were selected: with a tag armed, they get it. After a second or third press of the mouse it waits
 * whether another one makes a sentence or a paragraph of them. True when a tag is armed.
 */
export function tagIfArmed(presses = 1): boolean {
  forgetWaiting()
  const type = armedType(store.getState())
  if (type === undefined || selectedSpan(store.getState()) === undefined) return false
  if (presses === 1) tagSelection(type)
  else
    waiting = setTimeout(() => {
      tagIfArmed()
    }, patienceMs)
  return true
}

function forgetWaiting(): void {
  clearTimeout(waiting)
  waiting = undefined
}

/** Open the list of all types at the selected words. */
export function pickType(): void {
  if (selectedSpan(store.getState()) === undefined) hint('Select words first')
  else store.setState({ isPickingType: true })
}

/** Close the list of types, with the keyboard back in the text. */
export function stopPicking(): void {
  store.setState({ isPickingType: false })
  shownView()?.focus()
}
