import { useSyncExternalStore } from 'react'
import { scroller } from '../../state/view'

/** How far the text is scrolled before other cards are made, in CSS pixels. */
export const scrollStepPx = 400

/** Which step of the text is at the top of the window; draws again only when that changes. */
export function useScrollStep(): number {
  return useSyncExternalStore(listenToScrolling, scrollStep)
}

function scrollStep(): number {
  return Math.floor((scroller()?.scrollTop ?? 0) / scrollStepPx)
}

/** Scroll events do not bubble, but they are caught on their way down. */
function listenToScrolling(listener: () => void): () => void {
  document.addEventListener('scroll', listener, { capture: true, passive: true })
  return () => {
    document.removeEventListener('scroll', listener, true)
  }
}
