import type { Annotation } from '../../shared/annotation/annotation'
import { describeSpans } from '../../shared/annotation/annotation'
import { snapToWords } from '../../shared/text/snap'
import type { Span } from '../../shared/text/span'
import { joinSpans } from '../../shared/text/span'
import { changeableAtHand, changeAnnotation, labelOf, leftAsItWas } from './annotating'
import { now } from './new-id'
import { hint } from './notices'
import { ownAnnotationOf, selectedSpan } from './selectors'
import type { BoundaryMove } from './pane'
import { store } from './store'
import { shownView } from './view'

type Edge = BoundaryMove['edge']

/**
 * Choose the start or the end of an annotation: its words are selected, and until Enter or Esc the caret
 * keys move that end. Of an interrupted quote it is the part the caret stands in. Choosing the other end
 * while one is chosen goes on from there.
 */
export function chooseBoundary(edge: Edge, wanted?: Span): void {
  const state = store.getState()
  const annotation = changeableAtHand()
  if (annotation === undefined) return
  const { moving } = state
  const part =
    moving === undefined ? (wanted ?? partAt(annotation, state.selection.head, edge)) : moving.part
  const from = moving === undefined ? part : (selectedSpan(state) ?? part)
  const [anchor, head] = edge === 'start' ? [from.end, from.start] : [from.start, from.end]
  store.setState({
    focused: annotation.id,
    moving: { annotation: annotation.id, part, edge, anchor },
  })
  shownView()?.select({ anchor, head }, { reveal: true })
}

function partAt({ spans }: Annotation, caret: number, edge: Edge): Span {
  const here = spans.find(({ start, end }) => start <= caret && caret <= end)
  const part = here ?? (edge === 'start' ? spans[0] : spans.at(-1))
  if (part === undefined) throw new RangeError('An annotation without a span has no boundaries')
  return part
}

/** Drag the chosen boundary to `offset`: to the word there, or exactly. */
export function dragBoundary(offset: number, isExact: boolean): void {
  const { article, moving } = store.getState()
  if (article === undefined || moving === undefined) return
  const { anchor } = moving
  const range = { start: Math.min(anchor, offset), end: Math.max(anchor, offset) }
  const words = isExact ? range : (snapToWords(article.article.text, range) ?? range)
  shownView()?.select({ anchor, head: offset < anchor ? words.start : words.end })
}

/** The selected words are the annotation's (or its part's) words from now on: one step of undo. */
export function keepBoundary(): void {
  const state = store.getState()
  const { moving } = state
  const text = state.article?.article.text
  const before = ownAnnotationOf(state, moving?.annotation)
  const span = selectedSpan(state)
  if (moving === undefined || text === undefined || before === undefined) return
  if (span === undefined) {
    hint('An annotation needs at least one character')
    return
  }
  const { part, edge } = moving
  const others = before.spans.filter(({ start }) => start !== part.start)
  const spans = joinSpans([...others, span])
  if (span.start !== part.start || span.end !== part.end)
    changeAnnotation(`move the ${edge} of the ${labelOf(before)}`, before, {
      ...before,
      spans,
      quote: describeSpans(text, spans),
      updatedAt: now(),
    })
  endMove(edge === 'start' ? span.start : span.end)
}

/** Leave the boundary where it was. */
export function leaveBoundary(): void {
  const { moving } = store.getState()
  if (moving === undefined) return
  endMove(moving.edge === 'start' ? moving.part.start : moving.part.end)
  hint(leftAsItWas)
}

function endMove(caret: number): void {
  store.setState({ moving: undefined })
  shownView()?.select({ anchor: caret, head: caret })
}
