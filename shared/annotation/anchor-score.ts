import type { Quote } from '../text/quote'
import { reverseUnits } from '../text/reverse-units'
import type { Span } from '../text/span'

/** Context that counts, on each side: the nearest letters tell repeats apart, farther ones are edited more often. */
const countedContext = 16

/** How much more context is read than is counted, so that a few inserted letters do not end the comparison. */
const slack = 8

/**
 * The least that must be found again of what is known about a quote, its own letters and the nearest of
 * its context, for a place to be taken. Why this value: docs/decisions/0004.
 */
export const minimumScore = 0.5

/**
 * How well `span` of `text` fits `quote`, from 0 to 1: the share of the letters of the quote and its
 * counted context that are found there. `errors` is the edit distance of the words themselves. So a
 * long quote can stand without context, and a short one cannot.
 */
export function scoreAnchor(text: string, span: Span, quote: Quote, errors: number): number {
  const before = reverseUnits(quote.prefix).slice(0, countedContext)
  const after = quote.suffix.slice(0, countedContext)
  const reach = countedContext + slack
  const left = reverseUnits(text.slice(Math.max(0, span.start - reach), span.start))
  const right = text.slice(span.end, span.end + reach)
  const found =
    Math.max(0, quote.exact.length - errors) + sharedStart(before, left) + sharedStart(after, right)
  const known = quote.exact.length + before.length + after.length
  return known === 0 ? 0 : found / known
}

/**
 * How many letters of `pattern` the start of `text` has too. Unrelated prose shares about half of its
 * letters in some order, so only what lies above that counts.
 */
function sharedStart(pattern: string, text: string): number {
  if (text.startsWith(pattern)) return pattern.length
  const shared = pattern.length - distanceToStart(pattern, text)
  return Math.max(0, 2 * shared - pattern.length, commonStart(pattern, text))
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

/** The fewest insertions, deletions and replacements between `pattern` and any start of `text`. */
function distanceToStart(pattern: string, text: string): number {
  let row = Array.from({ length: text.length + 1 }, (_, column) => column)
  for (let at = 1; at <= pattern.length; at += 1) {
    const next = [at]
    for (let column = 1; column <= text.length; column += 1)
      next.push(
        Math.min(
          (row[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (row[column - 1] ?? 0) + (pattern[at - 1] === text[column - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return Math.min(...row)
}
