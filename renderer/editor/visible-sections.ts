import type { SectionExtent } from './text-positions'
import type { Span } from '../../shared/text/span'

/** How far around the viewport sections are painted, in parts of its height. */
const screensAround = 0.5

/**
 * Tells which of `elements` (sections, in order, children of one element) are near the viewport of
 * `scroller`: first when they are laid out, then whenever others are. Returns its unsubscribe. An
 * IntersectionObserver would look at every section in every frame; this looks at some ten, and only when
 * the text was scrolled or changed its height.
 */
export function observeVisibleSections(
  elements: readonly Element[],
  scroller: Element,
  onChange: (visible: ReadonlySet<number>) => void,
): () => void {
  let known = ''
  const look = (): void => {
    const { top, bottom, height } = scroller.getBoundingClientRect()
    const around = height * screensAround
    const near = boxesNear(
      elements.length,
      index => elements[index]?.getBoundingClientRect() ?? nowhere,
      { top: top - around, bottom: bottom + around },
    )
    const now = near.join(' ')
    if (now === known) return
    known = now
    onChange(new Set(near))
  }
  let frame = 0
  // One frame later: the frame that shows the text first is not kept waiting for what stands beside it.
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(look)
  })
  observer.observe(scroller)
  const text = elements[0]?.parentElement
  if (text != null) observer.observe(text)
  scroller.addEventListener('scroll', look, { passive: true })
  return () => {
    cancelAnimationFrame(frame)
    observer.disconnect()
    scroller.removeEventListener('scroll', look)
  }
}

type Box = { readonly top: number; readonly bottom: number }

const nowhere: Box = { top: Infinity, bottom: Infinity }

/** Indices of the boxes, which stand one below the other, that touch `range`: a search by halves for the first. */
export function boxesNear(count: number, boxOf: (index: number) => Box, range: Box): number[] {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (boxOf(middle).bottom < range.top) low = middle + 1
    else high = middle
  }
  const near: number[] = []
  for (let index = low; index < count && boxOf(index).top <= range.bottom; index += 1)
    near.push(index)
  return near
}

/** The sections that fill the first screens by their estimated heights: what to paint before anything is measured. */
export function firstSections(sections: readonly SectionExtent[], height: number): Set<number> {
  const first = new Set<number>()
  let top = 0
  for (const section of sections) {
    if (top > height * (1 + screensAround)) break
    first.add(section.index)
    top += Number(section.node.attrs['height'])
  }
  return first
}

/** The plain-text ranges of the visible sections, neighbours joined, without sections that have no text. */
export function visibleRanges(
  sections: readonly SectionExtent[],
  visible: ReadonlySet<number>,
): Span[] {
  const ranges: Span[] = []
  let previous = -2
  for (const section of sections) {
    if (!visible.has(section.index) || section.end <= section.start) continue
    const last = ranges.at(-1)
    if (last !== undefined && previous === section.index - 1)
      ranges[ranges.length - 1] = { start: last.start, end: section.end }
    else ranges.push({ start: section.start, end: section.end })
    previous = section.index
  }
  return ranges
}
