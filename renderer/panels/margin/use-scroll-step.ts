import { useCallback, useSyncExternalStore } from 'react'
import type { PaneId } from '../../state/pane'
import { store } from '../../state/store'
import { usePaneId } from '../../state/use-pane'
import { scroller } from '../../state/view'

/** How far the text is scrolled before other cards are made, in CSS pixels. */
export const scrollStepPx = 200

/** Steps of the panes that are listened to. */
const steps = new Map<PaneId, number>()

/** Which step of the pane's text is at the top of the window; draws again only when that changes. */
export function useScrollStep(): number {
  const own = usePaneId()
  const listen = useCallback(
    (listener: () => void) => listenToScrolling(own ?? store.getState().pane, listener),
    [own],
  )
  return useSyncExternalStore(listen, () => {
    const pane = own ?? store.getState().pane
    // Cards that are drawn for the first time know nothing from before: one may have scrolled meanwhile.
    return steps.get(pane) ?? stepNow(pane)
  })
}

function stepNow(pane: PaneId): number {
  return Math.floor((scroller(pane)?.scrollTop ?? 0) / scrollStepPx)
}

/**
 * Scroll events do not bubble, but they are caught on their way down. The step is kept from the last one:
 * asked for while cards are drawn, the place would have the page laid out for it each time.
 */
function listenToScrolling(pane: PaneId, listener: () => void): () => void {
  const look = (): void => {
    steps.set(pane, stepNow(pane))
    listener()
  }
  look()
  document.addEventListener('scroll', look, { capture: true, passive: true })
  return () => {
    document.removeEventListener('scroll', look, true)
    steps.delete(pane)
  }
}
