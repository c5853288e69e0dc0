/** Where the first line of what is revealed comes to stand, in parts of the viewport's height. */
const restingPlace = 0.3
/** Lines between these parts of the height are readable where they are. */
const readable = { from: 0.1, to: 0.75 }
/** Frames in which sections that come into view may still change their estimated height. */
const mostCorrections = 5

type Line = { readonly top: number; readonly bottom: number }

/**
 * Scroll so that the line whose rectangle `rectOf` gives stands readably, not at the edge; it stays
 * when it already does. Sections around it are laid out only now and may move it, so the place is
 * corrected for a few frames; `undefined` ends that, when the text is gone.
 */
export function revealLine(scroller: Element, rectOf: () => Line | undefined): void {
  const step = (left: number): void => {
    if (!scrollOnce(scroller, rectOf) || left === 0) return
    requestAnimationFrame(() => {
      step(left - 1)
    })
  }
  step(mostCorrections)
}

/** True when it had to scroll. */
function scrollOnce(scroller: Element, rectOf: () => Line | undefined): boolean {
  const frame = scroller.getBoundingClientRect()
  const line = rectOf()
  if (line === undefined) return false
  const { top, bottom } = line
  const height = scroller.clientHeight
  if (top >= frame.top + height * readable.from && bottom <= frame.top + height * readable.to)
    return false
  const before = scroller.scrollTop
  scroller.scrollTop += top - frame.top - height * restingPlace
  return scroller.scrollTop !== before
}
