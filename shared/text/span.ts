import * as z from 'zod'

/** Half-open range `[start, end)` in UTF-16 code units of an article's plain text. Invariant: `0 <= start < end`, never inside a surrogate pair. */
export type Span = { readonly start: number; readonly end: number }

const offset = z.int().min(0)

/** Shape of a span at a border. Whether it fits a text is asked by `spanFault`. */
export const spanSchema = z
  .object({ start: offset, end: offset })
  .refine(span => span.start < span.end, 'A span must end after it starts')

/** True when `offset` would cut a surrogate pair of `text` in two. */
export function isInsideSurrogatePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** Why `span` is not a span of `text`, in words, or `undefined` when it is one. */
export function spanFault(text: string, span: Span): string | undefined {
  const { start, end } = span
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'its offsets are not whole numbers'
  if (start < 0) return 'it starts before the text'
  if (end <= start) return 'it ends before it starts'
  if (end > text.length) return 'it ends after the text'
  if (isInsideSurrogatePair(text, start) || isInsideSurrogatePair(text, end))
    return 'it cuts a character in two'
  return undefined
}

/** True when the two ranges share at least one code unit. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** First by start, then the longer one: the order of nesting. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

/**
 * The smallest range from the first start to the last end of `spans`.
 * Throws RangeError for an empty list, because an annotation always has a span.
 */
export function hullOf(spans: readonly Span[]): Span {
  const first = spans[0]
  if (first === undefined) throw new RangeError('An annotation without a span has no extent')
  let { start, end } = first
  for (const span of spans) {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  return { start, end }
}

/** Sorted by place, overlapping and touching ranges joined; an annotation's spans are kept in this form. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted(compareSpans)) {
    const last = joined.at(-1)
    if (last !== undefined && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    } else joined.push({ start: span.start, end: span.end })
  }
  return joined
}
