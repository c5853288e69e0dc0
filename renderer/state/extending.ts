import type { Annotation } from '../../shared/annotation/annotation'
import { describeSpans } from '../../shared/annotation/annotation'
import type { Span } from '../../shared/text/span'
import { joinSpans } from '../../shared/text/span'
import { changeAnnotation, labelOf } from './annotating'
import { now } from './new-id'
import { hint } from './notices'
import { refuseIfOthers } from './others'
import { isReadOnly, ownAnnotationOf, selectedSpan } from './selectors'
import type { WorkbenchState } from './store'
import { store } from './store'
import { shownView } from './view'

/** The annotation that selected words would be added to: the one in focus, else the one that was last. */
export function extendable(state: WorkbenchState): Annotation | undefined {
  return ownAnnotationOf(state, state.focused ?? state.lastFocused)
}

/**
 * Add the selected words to the annotation last in focus, as a further part of it: a quote that “he said”
 * interrupts is one quote. Parts that touch become one.
 */
export function extendAnnotation(): void {
  const state = store.getState()
  const text = state.article?.article.text
  const before = extendable(state)
  const span = selectedSpan(state)
  if (text === undefined) return
  if (span === undefined) {
    hint('Select the words to add first')
    return
  }
  if (before === undefined) {
    if (refuseIfOthers(state.focused ?? state.lastFocused)) return
    hint('Tag some words first, then select those to add')
    return
  }
  const after = withSpan(before, span, text)
  if (!changeAnnotation(`add words to the ${labelOf(before)}`, before, after)) return
  store.setState({ focused: before.id, justMade: before.id })
  shownView()?.select({ anchor: span.end, head: span.end })
}

/** The same by mouse, with Ctrl or Command held while selecting; a click alone adds nothing and says nothing. */
export function extendIfPossible(): void {
  const state = store.getState()
  if (isReadOnly(state) || selectedSpan(state) === undefined) return
  if (extendable(state) !== undefined) extendAnnotation()
}

function withSpan(annotation: Annotation, span: Span, text: string): Annotation {
  const spans = joinSpans([...annotation.spans, span])
  return { ...annotation, spans, quote: describeSpans(text, spans), updatedAt: now() }
}
