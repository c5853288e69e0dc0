import { TextSelection as DocumentSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Span } from '../../shared/text/span'
import type { SelectedBy, TextSelection } from './article-view-contract'
import { countPresses } from './count-presses'
import type { TextPositions } from './text-positions'
import { highlightRange } from './word-preview'

/** Farther than this, in CSS pixels, a press is a drag. */
const stillPx = 4

export type SelectingListeners = {
  /** What a range means that was selected by so many presses; `undefined` when it is meant as it is. */
  readonly meant: (range: Span, presses: number) => Span | undefined
  /** The button is up and words are selected. */
  readonly onSelected: (by: SelectedBy) => void
}

type Gesture = {
  readonly presses: number
  /** Offset under the first press. */
  readonly from: number
  readonly x: number
  readonly y: number
  /** The browser selects, not this file. */
  readonly isNative: boolean
  isDrag: boolean
}

/**
 * Selecting with the mouse. A drag is the browser's own; what it means (whole words) is shown while it goes
 * on and selected when it ends, unless Shift is held then. Begun with Shift it selects exact characters; a
 * second, third and fourth press select by themselves, and a drag after them goes on in the same unit.
 * Returns its unsubscribe.
 */
export function listenToSelecting(
  view: EditorView,
  positions: TextPositions,
  { meant, onSelected }: SelectingListeners,
): () => void {
  const away = new AbortController()
  const pressesOf = countPresses()
  const preview = highlightRange(view, positions)
  let gesture: Gesture | undefined
  let frame = 0

  const offsetAt = ({ clientX, clientY }: MouseEvent): number | undefined => {
    const found = view.posAtCoords({ left: clientX, top: clientY })
    return found === null ? undefined : positions.offsetOf(found.pos)
  }
  const selectMeant = ({ anchor, head }: TextSelection, presses: number): void => {
    const span = meant(hullOfSelection({ anchor, head }), presses)
    if (span === undefined) return
    const { start, end } = span
    select(
      view,
      positions,
      head < anchor ? { anchor: end, head: start } : { anchor: start, head: end },
    )
  }
  /** On a busy machine what the browser shows lags behind the pointer: words end where it is, not where it was. */
  const draggedTo = (event: MouseEvent, { from }: Gesture): TextSelection => ({
    anchor: from,
    head: offsetAt(event) ?? shownSelection(view, positions).head,
  })
  const dragTo = (event: MouseEvent, moving: Gesture): void => {
    const { presses, isNative } = moving
    const selection = draggedTo(event, moving)
    if (presses > 1) selectMeant(selection, presses)
    else if (!isNative) select(view, positions, selection)
    else preview(event.shiftKey ? undefined : meant(hullOfSelection(selection), 1))
  }
  const down = (event: MouseEvent): void => {
    const from = event.button === 0 ? offsetAt(event) : undefined
    if (from === undefined) return
    const presses = pressesOf(event)
    const { clientX: x, clientY: y, shiftKey } = event
    const isNative = presses === 1 && !shiftKey
    gesture = { presses, from, x, y, isNative, isDrag: false }
    if (isNative) return
    // The browser knows other words and no sentences, and with Shift it would not begin anew.
    event.preventDefault()
    view.focus()
    if (presses > 1) selectMeant({ anchor: from, head: from }, presses)
    else select(view, positions, { ...shownSelection(view, positions), head: from })
  }
  const move = (event: MouseEvent): void => {
    const moving = gesture
    if (moving === undefined || (!moving.isDrag && isStill(moving, event))) return
    moving.isDrag = true
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      dragTo(event, moving)
    })
  }
  const up = (event: MouseEvent): void => {
    const moved = gesture
    if (moved === undefined || event.button !== 0) return
    gesture = undefined
    cancelAnimationFrame(frame)
    if (moved.isDrag) dragTo(event, moved)
    preview(undefined)
    const shown = shownSelection(view, positions)
    if (shown.anchor === shown.head) return
    if (moved.isNative && moved.isDrag && !event.shiftKey) selectMeant(draggedTo(event, moved), 1)
    onSelected({ presses: moved.presses, isAdding: event.ctrlKey || event.metaKey })
  }
  const { signal } = away
  view.dom.addEventListener('mousedown', down, { signal, capture: true })
  window.addEventListener('mousemove', move, { signal })
  window.addEventListener('mouseup', up, { signal })
  return () => {
    cancelAnimationFrame(frame)
    preview(undefined)
    away.abort()
  }
}

function isStill({ x, y }: Gesture, event: MouseEvent): boolean {
  return Math.abs(event.clientX - x) < stillPx && Math.abs(event.clientY - y) < stillPx
}

/** What the browser shows as selected: it tells the editor only after the next event. */
function shownSelection(view: EditorView, positions: TextPositions): TextSelection {
  document.dispatchEvent(new Event('selectionchange'))
  const { anchor, head } = view.state.selection
  return { anchor: positions.offsetOf(anchor), head: positions.offsetOf(head) }
}

function hullOfSelection({ anchor, head }: TextSelection): Span {
  return { start: Math.min(anchor, head), end: Math.max(anchor, head) }
}

function select(view: EditorView, positions: TextPositions, { anchor, head }: TextSelection): void {
  const selection = DocumentSelection.create(
    view.state.doc,
    positions.positionOf(anchor),
    positions.positionOf(head),
  )
  view.dispatch(view.state.tr.setSelection(selection))
}
