import { useLayoutEffect, useRef, useState } from 'react'
import { typeOf } from '../../../shared/codebook/codebook'
import type { Span } from '../../../shared/text/span'
import { edgeOfPiece } from '../../../shared/text/edge-of-piece'
import { chooseBoundary, dragBoundary, keepBoundary, leaveBoundary } from '../../state/boundaries'
import { codebookOf, isReadOnly, ownAnnotationOf, turnedTo } from '../../state/selectors'
import { store, useWorkbench } from '../../state/store'
import type { PaneId } from '../../state/pane'
import { stateIn } from '../../state/panes'
import { usePane, usePaneId } from '../../state/use-pane'
import { shownView } from '../../state/view'
import { useViewVersion } from '../../state/view-layout'
import { typeColours } from '../../values/type-colours'
import styles from './reader.module.css'

type Edge = 'start' | 'end'
type Place = { readonly left: number; readonly top: number; readonly height: number }

/** Two handles at each part of the annotation in focus, to drag its boundaries with. By keyboard there are S and E. */
export function BoundaryHandles() {
  const annotation = usePane(state =>
    isReadOnly(state) ? undefined : ownAnnotationOf(state, turnedTo(state)),
  )
  const codebook = useWorkbench(codebookOf)
  if (annotation === undefined || codebook === undefined) return null
  return (
    <div aria-hidden data-typed="" style={typeColours(typeOf(codebook, annotation.type))}>
      {annotation.spans.flatMap(part =>
        (['start', 'end'] as const).map(edge => (
          <Handle key={`${part.start.toString()} ${edge}`} part={part} edge={edge} />
        )),
      )}
    </div>
  )
}

function Handle({ part, edge }: { readonly part: Span; readonly edge: Edge }) {
  const element = useRef<HTMLDivElement>(null)
  const version = useViewVersion()
  const pane = usePaneId()
  const [place, setPlace] = useState<Place>()
  const { start, end } = part
  useLayoutEffect(() => {
    const frame = element.current?.offsetParent?.getBoundingClientRect()
    setPlace(frame === undefined ? undefined : placeOf({ start, end }, edge, frame, pane))
  }, [start, end, edge, version, pane])

  // Heard by the window: a handle that is drawn anew under the pointer would not hear the button go up.
  const drag = (pointerId: number): void => {
    const follow = (event: PointerEvent): void => {
      if (event.pointerId !== pointerId) return
      const offset = shownView(pane)?.offsetAt({ x: event.clientX, y: event.clientY })
      if (offset !== undefined) dragBoundary(offset, event.shiftKey)
    }
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== pointerId) return
      window.removeEventListener('pointermove', follow, true)
      window.removeEventListener('pointerup', end, true)
      window.removeEventListener('pointercancel', end, true)
      if (event.type === 'pointercancel') leaveBoundary()
      else {
        follow(event)
        keepBoundary()
      }
      shownView()?.focus()
    }
    window.addEventListener('pointermove', follow, true)
    window.addEventListener('pointerup', end, true)
    window.addEventListener('pointercancel', end, true)
  }
  return (
    <div
      ref={element}
      className={styles['handle']}
      data-boundary={edge}
      style={place ?? { visibility: 'hidden' }}
      onPointerDown={event => {
        if (event.button !== 0) return
        // The keyboard stays in the text.
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        chooseBoundary(edge, part)
        drag(event.pointerId)
      }}
    />
  )
}

/** Beside the first or last character as it is read, on the side where the words begin or end. */
function placeOf(
  part: Span,
  edge: Edge,
  frame: DOMRect,
  pane: PaneId | undefined,
): Place | undefined {
  const text = stateIn(store.getState(), pane).article?.article.text ?? ''
  const { run, side } = edgeOfPiece(text, part, edge)
  const rect = shownView(pane)?.rectOf(run)
  if (rect === undefined) return undefined
  return {
    left: (side === 'left' ? rect.left : rect.right) - frame.left,
    top: rect.top - frame.top,
    height: rect.height,
  }
}
