import type { Placement } from '@floating-ui/react'
import { autoUpdate, flip, offset, shift, size, useFloating } from '@floating-ui/react'
import type { CSSProperties } from 'react'
import { useEffect } from 'react'
import type { Span } from '../../../shared/text/span'
import type { PaneId } from '../../state/pane'
import { usePaneId } from '../../state/use-pane'
import { scroller, shownView } from '../../state/view'

/** From the element to its words, and to the edges of the text. */
const gapPx = 8

/**
 * Keep an element at the words of `span` while the text scrolls, above or below them, within the part of
 * the window that shows the text: a ref setter and a style for it. `--room` is the height there is.
 */
export function useAtWords(
  span: Span,
  placement: Placement,
): { readonly setFloating: (element: HTMLElement | null) => void; readonly style: CSSProperties } {
  const pane = usePaneId()
  const { refs, floatingStyles, isPositioned } = useFloating({
    placement,
    strategy: 'fixed',
    // What floats in it is not moved and not clipped by it.
    transform: false,
    middleware: [
      offset(gapPx),
      flip(() => within(pane)),
      shift(() => within(pane)),
      size(() => ({
        ...within(pane),
        apply: ({ availableHeight, elements }) => {
          elements.floating.style.setProperty('--room', `${Math.max(0, availableHeight)}px`)
        },
      })),
    ],
    whileElementsMounted: autoUpdate,
  })
  const { start, end } = span
  const { setPositionReference, setFloating } = refs
  useEffect(() => {
    const element = scroller(pane)
    setPositionReference({
      getBoundingClientRect: () => shownView(pane)?.rectOf({ start, end }) ?? new DOMRect(),
      ...(element === null ? {} : { contextElement: element }),
    })
  }, [start, end, pane, setPositionReference])
  return {
    setFloating,
    // Not `visibility`: what is hidden cannot take the keyboard.
    style: { ...floatingStyles, opacity: isPositioned ? 1 : 0 },
  }
}

/** Where it may stand: over the text, and not over the bars of the window. */
function within(pane: PaneId | undefined): {
  readonly boundary?: Element
  readonly padding: number
} {
  const element = scroller(pane)
  return { padding: gapPx, ...(element === null ? {} : { boundary: element }) }
}
