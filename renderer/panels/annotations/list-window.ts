/** How far the list is scrolled before other lines are drawn, in CSS pixels. */
const stepPx = 100
/** Drawn beyond either edge, in CSS pixels, so that nothing is seen to come. */
const beyondPx = 200

/** The part of the list that is drawn, in CSS pixels from its beginning. */
export type DrawnPart = { readonly from: number; readonly to: number }

/** What of a long list is on the screen. */
export type ListWindow = {
  readonly listen: (listener: () => void) => () => void
  /** The same value until another part is to be drawn. */
  readonly drawn: () => DrawnPart
  /** Watch the element that scrolls; returns how to stop. */
  readonly attach: (element: HTMLElement) => () => void
  /** Scroll as little as shows the pixels from `top` to `bottom`. */
  readonly reveal: (top: number, bottom: number) => void
}

/** Keeps what the browser tells of scrolling and size: asking for it would have the page laid out each time. */
export function createListWindow(): ListWindow {
  const listeners = new Set<() => void>()
  let scrolled: HTMLElement | undefined
  let scrollTop = 0
  let height = 0
  let drawn = partAt(0, 0)

  const look = (): void => {
    const next = partAt(scrollTop, height)
    if (next.from === drawn.from && next.to === drawn.to) return
    drawn = next
    for (const listener of listeners) listener()
  }
  return {
    listen: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    drawn: () => drawn,
    attach: element => {
      scrolled = element
      const whenScrolled = (): void => {
        scrollTop = element.scrollTop
        look()
      }
      const sizes = new ResizeObserver(() => {
        height = element.clientHeight
        look()
      })
      height = element.clientHeight
      whenScrolled()
      sizes.observe(element)
      element.addEventListener('scroll', whenScrolled, { passive: true })
      return () => {
        sizes.disconnect()
        element.removeEventListener('scroll', whenScrolled)
      }
    },
    reveal: (top, bottom) => {
      const wanted =
        top < scrollTop ? top : bottom > scrollTop + height ? bottom - height : scrollTop
      if (scrolled === undefined || height === 0 || wanted === scrollTop) return
      scrolled.scrollTop = wanted
      scrollTop = scrolled.scrollTop
      look()
    },
  }
}

function partAt(scrollTop: number, height: number): DrawnPart {
  const step = Math.floor(scrollTop / stepPx) * stepPx
  return { from: step - beyondPx, to: step + stepPx + height + beyondPx }
}
