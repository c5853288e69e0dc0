import { useCallback, useSyncExternalStore } from 'react'
import type { PaneId } from '../../state/pane'
import { store } from '../../state/store'
import { usePaneId } from '../../state/use-pane'
import { scroller } from '../../state/view'

/** How far the text is scrolled before other cards are made, in CSS pixels. */
export const scrollStepPx = 200

const steps = new Map<PaneId, number>()

/** Which step of the pane's text is at the top of the window; draws again only when that changes. */
export function useScrollStep(): number {
  const own = usePaneId()
  const listen = useCallback(
    (listener: () => void) => listenToScrolling(own ?? store.getState().pane, listener),
    [own],
  )
  return useSyncExternalStore(listen, () => steps.get(own ?? store.getState().pane) ?? 0)
}

/**
 * Scroll events do not bubble, but they are caught on their way down. The step is kept from the last one:
 * asked for while cards are drawn, the place would have the page laid out for it each time.
 */
function listenToScrolling(pane: PaneId, listener: () => void): () => void {
  const look = (): void => {
    steps.set(pane, Math.floor((scroller(pane)?.scrollTop ?? 0) / scrollStepPx))
    listener()
  }
  look()
  document.addEventListener('scroll', look, { capture: true, passive: true })
  return () => {
    document.removeEventListener('scroll', look, true)
  }
}
