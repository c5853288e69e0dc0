import type { Span } from '../text/span'
import { compareSpans } from '../text/span'
import { compareText } from './annotation'

/**
 * Lanes so that spans which overlap never share one: each span, in the order of reading (outer before
 * inner), takes the first lane that is free where it starts. The same spans give the same lanes in
 * whatever order they come, and a span never changes the lane of one that starts before it.
 */
export function assignLanes<Item extends Span & { readonly id: string }>(
  items: readonly Item[],
): Map<Item, number> {
  const lanes = new Map<Item, number>()
  const ends: number[] = []
  for (const item of items.toSorted((a, b) => compareSpans(a, b) || compareText(a.id, b.id))) {
    const free = ends.findIndex(end => end <= item.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = item.end
    lanes.set(item, lane)
  }
  return lanes
}
