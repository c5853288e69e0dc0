import type { Placement } from '@floating-ui/react'
import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react'
import type { CSSProperties } from 'react'
import { useEffect } from 'react'
import type { Span } from '../../../shared/text/span'
import { usePaneId } from '../../state/use-pane'
import { scroller, shownView } from '../../state/view'

/** Keep an element at the words of `span` while the text scrolls: a ref setter and a style for it. */
export function useAtWords(
  span: Span,
  placement: Placement,
): { readonly setFloating: (element: HTMLElement | null) => void; readonly style: CSSProperties } {
  const { refs, floatingStyles, isPositioned } = useFloating({
    placement,
    strategy: 'fixed',
    middleware: [offset(8), flip({ padding: 56 }), shift({ padding: 8 })],
    whileElementsMounted: autoUpdate,
  })
  const { start, end } = span
  const pane = usePaneId()
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
