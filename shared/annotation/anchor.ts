import type { Quote } from '../text/quote'
import type { Span } from '../text/span'
import { compareSpans, joinSpans, spanFault } from '../text/span'
import { searchQuote } from './anchor-search'
import type { Annotation } from './annotation'
import { describeSpans } from './annotation'

/** A span and the words it covered: what is known about a place in a text that may have changed. */
export type Anchor = { readonly span: Span; readonly quote: Quote }

/** `exact`: the words still stand at the span. `moved`: they, or nearly they, stand at `span` now; `score` from `minimumScore` to 1. */
export type AnchorResult =
  | { readonly kind: 'exact'; readonly span: Span }
  | { readonly kind: 'moved'; readonly span: Span; readonly score: number }
  | { readonly kind: 'lost' }

/**
 * Find where `anchor` now points in `text`: at its old place, else at the exact words whose context fits
 * best, else at words that differ in up to a fifth of their letters. `lost` when no place reaches
 * `minimumScore` (why that value: docs/decisions/0004). Words that still stand at the old place are
 * left there unless the same words stand elsewhere with a context that fits better.
 * `shift` is how far what stood before the anchor has moved, when that is known.
 * Source: W3C Web Annotation §4.2.4, Text Quote Selector.
 */
export function findAnchor(text: string, anchor: Anchor, shift = 0): AnchorResult {
  const { span, quote } = anchor
  const stands = spanFault(text, span) === undefined && standsAt(text, span, quote)
  if (stands && hasWholeContext(text, span, quote)) return { kind: 'exact', span }
  const best = searchQuote(text, quote, span.start + shift)
  if (best === undefined) return stands ? { kind: 'exact', span } : { kind: 'lost' }
  return stands && compareSpans(best.span, span) === 0
    ? { kind: 'exact', span }
    : { kind: 'moved', span: best.span, score: best.score }
}

/** `exact`: the same annotation. `moved`: the annotation with new spans and their words. `lost`: as it was, with the words it had. */
export type PlacedAnnotation = {
  readonly kind: 'exact' | 'moved' | 'lost'
  readonly annotation: Annotation
}

/**
 * Find all spans of `annotation` in `text`. When one of them is lost, or they no longer stand in their
 * order, the whole annotation is lost: half a quote would say something else. A moved annotation keeps
 * its times, because nobody edited it.
 */
export function placeAnnotation(text: string, annotation: Annotation): PlacedAnnotation {
  const lost = { kind: 'lost', annotation } as const
  const spans: Span[] = []
  let shift = 0
  let moved = false
  for (const [index, span] of annotation.spans.entries()) {
    const quote = annotation.quote[index]
    if (quote === undefined) return lost
    const result = findAnchor(text, { span, quote }, shift)
    if (result.kind === 'lost') return lost
    const before = spans.at(-1)
    if (before !== undefined && result.span.start < before.end) return lost
    spans.push(result.span)
    shift = result.span.start - span.start
    moved ||= result.kind === 'moved'
  }
  if (!moved) return { kind: 'exact', annotation }
  const joined = joinSpans(spans)
  return {
    kind: 'moved',
    annotation: { ...annotation, spans: joined, quote: describeSpans(text, joined) },
  }
}

function standsAt(text: string, span: Span, quote: Quote): boolean {
  return span.end - span.start === quote.exact.length && text.startsWith(quote.exact, span.start)
}

function hasWholeContext(text: string, span: Span, quote: Quote): boolean {
  return (
    text.startsWith(quote.suffix, span.end) &&
    span.start >= quote.prefix.length &&
    text.startsWith(quote.prefix, span.start - quote.prefix.length)
  )
}
