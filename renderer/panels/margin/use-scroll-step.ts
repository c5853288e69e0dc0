import { useSyncExternalStore } from 'react'
import { scroller } from '../../state/view'

/** How far the text is scrolled before other cards are made, in CSS pixels. */
export const scrollStepPx = 400

let step = 0

/** Which step of the text is at the top of the window; draws again only when that changes. */
export function useScrollStep(): number {
  return useSyncExternalStore(listenToScrolling, () => step)
}

/**
 * Scroll events do not bubble, but they are caught on their way down. The step is kept from the last one:
 * asked for while cards are drawn, the place would have the page laid out for it each time.
 */
function listenToScrolling(listener: () => void): () => void {
  const look = (): void => {
    step = Math.floor((scroller()?.scrollTop ?? 0) / scrollStepPx)
    listener()
  }
  look()
  document.addEventListener('scroll', look, { capture: true, passive: true })
  return () => {
    document.removeEventListener('scroll', look, true)
  }
}
