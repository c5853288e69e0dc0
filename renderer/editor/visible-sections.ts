import type { SectionExtent } from './text-positions'
import type { Span } from '../../shared/text/span'

/** How far around the viewport sections are painted, in parts of its height. */
const screensAround = 0.5

/**
 * Tells which of `elements` (sections, in order) are near the viewport of `scroller`, now and whenever
 * it changes. Returns its unsubscribe.
 */
export function observeVisibleSections(
  elements: readonly Element[],
  scroller: Element | undefined,
  onChange: (visible: ReadonlySet<number>) => void,
): () => void {
  const indexOf = new Map(elements.map((element, index) => [element, index]))
  const visible = new Set<number>()
  const observer = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries) {
        const index = indexOf.get(target)
        if (index === undefined) continue
        if (isIntersecting) visible.add(index)
        else visible.delete(index)
      }
      onChange(new Set(visible))
    },
    { root: scroller ?? null, rootMargin: `${screensAround * 100}% 0px` },
  )
  for (const element of elements) observer.observe(element)
  return () => {
    observer.disconnect()
  }
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
