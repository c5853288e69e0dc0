import * as z from 'zod'
import type { Span } from './span'
import { isInsideSurrogatePair } from './span'

/** The words of a span and what stands around them. Source: W3C Web Annotation §4.2.4, Text Quote Selector. */
export type Quote = {
  readonly exact: string
  /** Up to `contextLength` code units before the span; shorter at the start of the text. */
  readonly prefix: string
  /** Up to `contextLength` code units after the span; shorter at the end of the text. */
  readonly suffix: string
}

export const quoteSchema = z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() })

/** Code units of context kept on each side of a quote: what Hypothesis keeps, enough to tell repeats apart. */
export const contextLength = 32

/** The quote of `span` in `text`; context is shortened by one unit rather than cut a character in two. */
export function describeQuote(text: string, span: Span): Quote {
  let from = Math.max(0, span.start - contextLength)
  let to = Math.min(text.length, span.end + contextLength)
  if (isInsideSurrogatePair(text, from)) from += 1
  if (isInsideSurrogatePair(text, to)) to -= 1
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(from, span.start),
    suffix: text.slice(span.end, to),
  }
}
