import type { Span } from '../text/span'
import { spansOverlap } from '../text/span'

/** Code units of text that one bucket covers: about a screen, so that a look-up reads one to three. */
const bucketLength = 2048

/**
 * Which spans touch a range of the text. Immutable: adding or removing copies the few buckets that a
 * span touches. Each entry keeps the id of the annotation it belongs to, and is another object when that
 * annotation changes.
 */
export type IntervalIndex = { readonly buckets: readonly (readonly IndexedSpan[])[] }

export type IndexedSpan = { readonly id: string; readonly start: number; readonly end: number }

export const emptyIntervalIndex: IntervalIndex = { buckets: [] }

/** Build an index at once over `spans`. */
export function intervalIndexOf(spans: Iterable<IndexedSpan>): IntervalIndex {
  const buckets: IndexedSpan[][] = []
  for (const span of spans) {
    for (let at = firstBucket(span); at <= lastBucket(span); at += 1) {
      while (buckets.length <= at) buckets.push([])
      buckets[at]?.push(span)
    }
  }
  return { buckets }
}

/** The index with all of `spans` added under `id`. */
export function withSpans(index: IntervalIndex, id: string, spans: readonly Span[]): IntervalIndex {
  const buckets = [...index.buckets]
  for (const { start, end } of spans) {
    const entry = { id, start, end }
    for (let at = firstBucket(entry); at <= lastBucket(entry); at += 1) {
      while (buckets.length <= at) buckets.push([])
      buckets[at] = [...(buckets[at] ?? []), entry]
    }
  }
  return { buckets }
}

/** The index without the entries of `id` that stand at `spans`. */
export function withoutSpans(
  index: IntervalIndex,
  id: string,
  spans: readonly Span[],
): IntervalIndex {
  const buckets = [...index.buckets]
  for (const span of spans)
    for (let at = firstBucket(span); at <= lastBucket(span); at += 1)
      buckets[at] = (buckets[at] ?? []).filter(entry => entry.id !== id)
  return { buckets }
}

/** Every entry that shares at least one code unit with `range`, each once, in no particular order. */
export function spansTouching(index: IntervalIndex, range: Span): IndexedSpan[] {
  const found = new Set<IndexedSpan>()
  const last = Math.min(lastBucket(range), index.buckets.length - 1)
  for (let at = firstBucket(range); at <= last; at += 1)
    for (const entry of index.buckets[at] ?? []) if (spansOverlap(entry, range)) found.add(entry)
  return [...found]
}

/**
 * True when no entry that touches `range` was added or removed between `a` and `b`, one of which was
 * made from the other. Compares buckets by identity, so a change close by may also answer false.
 */
export function sameWithin(a: IntervalIndex, b: IntervalIndex, range: Span): boolean {
  if (a === b) return true
  for (let at = firstBucket(range); at <= lastBucket(range); at += 1)
    if (a.buckets[at] !== b.buckets[at]) return false
  return true
}

/** Every entry that covers the character at `offset`, the shortest first: what a click there means. */
export function spansAt(index: IntervalIndex, offset: number): IndexedSpan[] {
  return spansTouching(index, { start: offset, end: offset + 1 }).sort(
    (a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start,
  )
}

function firstBucket(span: Span): number {
  return Math.floor(span.start / bucketLength)
}

function lastBucket(span: Span): number {
  return Math.floor((span.end - 1) / bucketLength)
}
