/** Where the first line of what is revealed comes to stand, in parts of the viewport's height. */
const restingPlace = 0.3
/** Between these parts of the height a line is still where it was meant to come to stand. */
const restingBand = { from: 0.1, to: 0.75 }
/** Frames in which sections that come into view may still change their estimated height. */
const mostCorrections = 5

/** A line of the text, or several: from the top of the first to the bottom of the last, in pixels of the window. */
export type Lines = { readonly top: number; readonly bottom: number }

/** True when lines can be read where they are; `all` of them, or at least one. What floats at the edges is the style sheet's to say. */
export function canBeRead(scroller: Element, { top, bottom }: Lines, all = true): boolean {
  const frame = scroller.getBoundingClientRect()
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scroller)
  const from = frame.top + (Number.parseFloat(scrollPaddingTop) || 0)
  const to = frame.top + scroller.clientHeight - (Number.parseFloat(scrollPaddingBottom) || 0)
  return all ? top >= from && bottom <= to : bottom > from && top < to
}

/**
 * Scroll so that the line whose rectangle `rectOf` gives stands readably, not at the edge. Where it can be
 * read already nothing moves: whoever looks at it would lose it. Sections around it are laid out only after
 * scrolling and may move it, so the place is corrected for a few frames; `undefined` ends that, when the
 * text is gone.
 */
export function revealLine(scroller: Element, rectOf: () => Lines | undefined): void {
  const line = rectOf()
  if (line === undefined || canBeRead(scroller, line)) return
  const step = (left: number): void => {
    if (!scrollOnce(scroller, rectOf) || left === 0) return
    requestAnimationFrame(() => {
      step(left - 1)
    })
  }
  step(mostCorrections)
}

/** True when it had to scroll. */
function scrollOnce(scroller: Element, rectOf: () => Lines | undefined): boolean {
  const frame = scroller.getBoundingClientRect()
  const line = rectOf()
  if (line === undefined) return false
  const { top, bottom } = line
  const height = scroller.clientHeight
  if (top >= frame.top + height * restingBand.from && bottom <= frame.top + height * restingBand.to)
    return false
  const before = scroller.scrollTop
  scroller.scrollTop += top - frame.top - height * restingPlace
  return scroller.scrollTop !== before
}
