import type { PointerEvent } from 'react'
import type { Annotation, AnnotationId } from '../../../shared/annotation/annotation'
import { hint } from '../../state/notices'
import { endOf, linkBetween } from '../../state/relating'
import { getFrom } from '../../../shared/annotation/bucket-map'
import { setWith } from '../../state/selectors'
import type { LinkEnd } from '../../state/store'
import { store } from '../../state/store'

/** A press that moves less than this many pixels is a click. */
const slack = 6

type Point = { readonly x: number; readonly y: number }

/** Follow the pointer from an annotation’s card to the words or the card of another, and link the two. */
export function startLinkDrag(event: PointerEvent<HTMLElement>, annotation: Annotation): void {
  if (event.button !== 0) return
  const start = { x: event.clientX, y: event.clientY }
  const line = drawnLine()
  let isDragged = false
  const move = ({ clientX: x, clientY: y }: globalThis.PointerEvent): void => {
    if (!isDragged && Math.hypot(x - start.x, y - start.y) < slack) return
    isDragged = true
    line.lead(start, { x, y })
  }
  const end = ({ clientX, clientY, type }: globalThis.PointerEvent): void => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
    line.remove()
    if (!isDragged || type === 'pointercancel') return
    // The click that follows a drag means nothing more.
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => {
      window.removeEventListener('click', swallow, { capture: true })
    })
    // What the pointer rests on is known in the frame after it moved.
    requestAnimationFrame(() => {
      const from = endOf(annotation)
      const to = endAt(clientX, clientY)
      if (from !== undefined && to !== undefined) linkBetween(from, to)
      else hint('There is no annotation to link to here')
    })
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', end)
  window.addEventListener('pointercancel', end)
}

/** What is there to lead to, in whichever of the articles on screen. */
function endAt(x: number, y: number): LinkEnd | undefined {
  const id = annotationAt(x, y)
  const set = setWith(store.getState(), id)
  return id === undefined || set === undefined ? undefined : endOf(getFrom(set.annotations, id))
}

/** The annotation whose card is there, or whose words are under the pointer. */
function annotationAt(x: number, y: number): AnnotationId | undefined {
  const card = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-annotation]')
  return (card?.dataset['annotation'] as AnnotationId | undefined) ?? store.getState().hovered
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}

/** A line over the whole window that lets the pointer through. */
function drawnLine(): {
  readonly lead: (from: Point, to: Point) => void
  readonly remove: () => void
} {
  const space = 'http://www.w3.org/2000/svg'
  const drawing = document.createElementNS(space, 'svg')
  const line = document.createElementNS(space, 'line')
  drawing.dataset['linkLine'] = ''
  drawing.append(line)
  return {
    lead: (from, to) => {
      if (!drawing.isConnected) document.body.append(drawing)
      line.setAttribute('x1', from.x.toString())
      line.setAttribute('y1', from.y.toString())
      line.setAttribute('x2', to.x.toString())
      line.setAttribute('y2', to.y.toString())
    },
    remove: () => {
      drawing.remove()
    },
  }
}
