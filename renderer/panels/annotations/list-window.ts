/** How far the list is scrolled before other lines are drawn, in CSS pixels: a row. */
const stepPx = 50
/** Drawn beyond either edge, in CSS pixels. */
const beyondPx = 50
/** Drawn further where somebody scrolls to, so that nothing is seen to come. */
const aheadPx = 300

/** A part of the list, in CSS pixels from its beginning. */
export type Pixels = { readonly from: number; readonly to: number }

/** What of a long list is on the screen. */
export type ListWindow = {
  readonly listen: (listener: () => void) => () => void
  /** The same value until another part is to be drawn. */
  readonly drawn: () => Pixels
  /** What is to be drawn once these pixels are revealed. */
  readonly drawnAfter: (pixels: Pixels) => Pixels
  /** Watch the element that scrolls; returns how to stop. */
  readonly attach: (element: HTMLElement) => () => void
  /** Scroll as little as shows these pixels. */
  readonly reveal: (pixels: Pixels) => void
}

/** Keeps what the browser tells of scrolling and size: asking for it would have the page laid out each time. */
export function createListWindow(): ListWindow {
  const listeners = new Set<() => void>()
  let scrolled: HTMLElement | undefined
  let scrollTop = 0
  let height = 0
  let drawn = partAt(0, 0)

  const draw = (next: Pixels): void => {
    if (next.from === drawn.from && next.to === drawn.to) return
    drawn = next
    for (const listener of listeners) listener()
  }
  const scrollTopFor = ({ from, to }: Pixels): number =>
    from < scrollTop ? from : to > scrollTop + height ? to - height : scrollTop
  return {
    listen: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    drawn: () => drawn,
    drawnAfter: pixels => {
      const wanted = scrollTopFor(pixels)
      return wanted === scrollTop ? drawn : partAt(wanted, height)
    },
    attach: element => {
      scrolled = element
      const whenScrolled = (): void => {
        const moved = element.scrollTop - scrollTop
        // Else `reveal` has done it.
        if (moved === 0) return
        scrollTop += moved
        draw(partAt(scrollTop, height, Math.sign(moved)))
      }
      const sizes = new ResizeObserver(() => {
        height = element.clientHeight
        draw(partAt(scrollTop, height))
      })
      height = element.clientHeight
      scrollTop = element.scrollTop
      draw(partAt(scrollTop, height))
      sizes.observe(element)
      element.addEventListener('scroll', whenScrolled, { passive: true })
      return () => {
        sizes.disconnect()
        element.removeEventListener('scroll', whenScrolled)
      }
    },
    reveal: pixels => {
      const wanted = scrollTopFor(pixels)
      if (scrolled === undefined || height === 0 || wanted === scrollTop) return
      scrolled.scrollTop = wanted
      scrollTop = scrolled.scrollTop
      draw(partAt(scrollTop, height))
    },
  }
}

function partAt(scrollTop: number, height: number, towards = 0): Pixels {
  const step = Math.floor(scrollTop / stepPx) * stepPx
  return {
    from: step - beyondPx - (towards < 0 ? aheadPx : 0),
    to: step + stepPx + height + beyondPx + (towards > 0 ? aheadPx : 0),
  }
}

/**
 * `part` in a list that is `height` pixels high. Where rows went and it reaches beyond the end, it begins as much
 * earlier: that far the browser scrolls back at once, and says so one frame later.
 */
export function withinList({ from, to }: Pixels, height: number): Pixels {
  return { from: from - Math.max(0, to - height), to }
}
