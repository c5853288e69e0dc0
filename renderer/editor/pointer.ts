import type { EditorView } from '@tiptap/pm/view'
import type { TextPositions } from './text-positions'

/** Room around a character that still counts as on it: the gap between two lines. */
const slackPx = 2

/** The offset of the character under a point of the window; `undefined` beside the text. */
function offsetAtPoint(
  view: EditorView,
  positions: TextPositions,
  point: { readonly x: number; readonly y: number },
): number | undefined {
  const caret = document.caretPositionFromPoint(point.x, point.y)
  if (caret === null || !(caret.offsetNode instanceof Text)) return undefined
  if (!view.dom.contains(caret.offsetNode)) return undefined
  const { offsetNode: node, offset } = caret
  // The caret position is a border between two characters: the point may be on either of them.
  for (const at of [offset, offset - 1]) {
    const character = characterAt(node.data, at)
    if (character === undefined) continue
    const range = document.createRange()
    range.setStart(node, character.start)
    range.setEnd(node, character.end)
    if ([...range.getClientRects()].some(rect => isOn(rect, point)))
      return positions.offsetOf(view.posAtDOM(node, character.start))
  }
  return undefined
}

/** The whole character that unit `at` belongs to, never half a surrogate pair. */
function characterAt(text: string, at: number): { start: number; end: number } | undefined {
  if (at < 0 || at >= text.length) return undefined
  const isLow = /[\udc00-\udfff]/.test(text.charAt(at)) && at > 0
  const start = isLow ? at - 1 : at
  return { start, end: start + String.fromCodePoint(text.codePointAt(start) ?? 0).length }
}

function isOn(rect: DOMRect, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top - slackPx && y <= rect.bottom + slackPx
}

export type PointerListeners = {
  readonly onPress: (offset: number) => void
  readonly onHover: (offset: number | undefined) => void
}

/** Tell of presses on the text and of what the pointer rests on, at most once a frame. Returns its unsubscribe. */
export function listenToPointer(
  view: EditorView,
  positions: TextPositions,
  listeners: PointerListeners,
): () => void {
  const away = new AbortController()
  let frame = 0
  let hovered: number | undefined
  const hover = (offset: number | undefined): void => {
    if (offset === hovered) return
    hovered = offset
    listeners.onHover(offset)
  }
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ): void => {
    view.dom.addEventListener(name, listener, { signal: away.signal })
  }
  on('mousemove', ({ clientX: x, clientY: y }) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      hover(offsetAtPoint(view, positions, { x, y }))
    })
  })
  on('mouseleave', () => {
    cancelAnimationFrame(frame)
    hover(undefined)
  })
  on('mousedown', ({ button, detail, shiftKey }) => {
    // Selected words cannot be dragged anywhere, so a press on them begins a new selection at once.
    const selection = document.getSelection()
    if (button === 0 && detail === 1 && !shiftKey && selection?.isCollapsed === false)
      selection.collapseToStart()
  })
  on('click', event => {
    if (event.button !== 0 || event.detail > 1) return
    if (document.getSelection()?.isCollapsed === false) return
    const offset = offsetAtPoint(view, positions, { x: event.clientX, y: event.clientY })
    if (offset !== undefined) listeners.onPress(offset)
  })
  return () => {
    cancelAnimationFrame(frame)
    away.abort()
  }
}
