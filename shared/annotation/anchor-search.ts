import { findApproximately } from '../text/approximate-match'
import type { Quote } from '../text/quote'
import type { Span } from '../text/span'
import { isInsideSurrogatePair } from '../text/span'
import { minimumScore, scoreAnchor } from './anchor-score'

export type Candidate = { readonly span: Span; readonly score: number }

/** Share of a quote's letters that may differ: more would also find other sentences on the same matter. */
const errorShare = 0.2

/** Places of the exact words that are compared by their whole context, the most promising ones first. */
const comparedPlaces = 400

/** Letters of context that make a place promising. */
const hintLength = 8

/** Places with changed words that are compared. */
const comparedMatches = 20

/** Code units on each side of the old place that are searched before the whole text. */
const nearby = 4000

/** Letters of an unchanged piece of a long quote, and how many pieces are tried. */
const pieceLength = 32
const piecesTried = 24

/** Text units times pattern words that one search may cost: some tenths of a second. */
const searchBudget = 40_000_000

/** The best place for `quote` in `text`; `near` is where it should start. `undefined` when no place reaches `minimumScore`. */
export function searchQuote(text: string, quote: Quote, near: number): Candidate | undefined {
  if (quote.exact === '') return undefined
  return (
    bestOf(exactPlaces(text, quote, near), near) ??
    bestOf(changedPlaces(text, quote, near, nearby), near) ??
    bestOf(farChangedPlaces(text, quote, near), near)
  )
}

function bestOf(candidates: readonly Candidate[], near: number): Candidate | undefined {
  let best: Candidate | undefined
  for (const candidate of candidates) {
    if (candidate.score < minimumScore) continue
    const isBetter =
      best === undefined ||
      candidate.score > best.score ||
      (candidate.score === best.score && distance(candidate, near) < distance(best, near))
    if (isBetter) best = candidate
  }
  return best
}

function exactPlaces(text: string, quote: Quote, near: number): Candidate[] {
  const { exact } = quote
  const starts: number[] = []
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) starts.push(at)
  const hints = new Map(starts.map(start => [start, contextHint(text, quote, start)]))
  return starts
    .sort(
      (a, b) =>
        (hints.get(b) ?? 0) - (hints.get(a) ?? 0) || Math.abs(a - near) - Math.abs(b - near),
    )
    .slice(0, comparedPlaces)
    .map(start => ({ start, end: start + exact.length }))
    .filter(span => cutsNothing(text, span))
    .map(span => ({ span, score: scoreAnchor(text, span, quote, 0) }))
}

/** On how many sides the nearest letters of the context stand: a quick look at each of maybe 100,000 places. */
function contextHint(text: string, quote: Quote, start: number): number {
  const before = quote.prefix.slice(-hintLength)
  const after = quote.suffix.slice(0, hintLength)
  return (
    Number(text.startsWith(before, start - before.length)) +
    Number(text.startsWith(after, start + quote.exact.length))
  )
}

function changedPlaces(text: string, quote: Quote, near: number, reach: number): Candidate[] {
  const maxErrors = Math.floor(quote.exact.length * errorShare)
  if (maxErrors === 0) return []
  const from = Math.max(0, near - reach)
  const to = Math.min(text.length, near + quote.exact.length + reach)
  return findApproximately(text.slice(from, to), quote.exact, maxErrors, comparedMatches).map(
    ({ span, errors }) => {
      const whole = withoutCuts(text, { start: span.start + from, end: span.end + from })
      return { span: whole, score: scoreAnchor(text, whole, quote, errors) }
    },
  )
}

/** In the whole text when the budget allows that, else where an unchanged piece of the quote stands. */
function farChangedPlaces(text: string, quote: Quote, near: number): Candidate[] {
  const words = Math.ceil(quote.exact.length / 32)
  if (text.length * words <= searchBudget) return changedPlaces(text, quote, near, text.length)
  const margin = Math.ceil(quote.exact.length * errorShare)
  return startsByPieces(text, quote.exact).flatMap(start =>
    changedPlaces(text, quote, start, margin),
  )
}

/** Where the quote would start, judged by pieces of it that stand in `text` unchanged: a long quote has some. */
function startsByPieces(text: string, exact: string): number[] {
  const starts: number[] = []
  const step = Math.max(pieceLength, Math.floor(exact.length / piecesTried))
  for (let offset = 0; offset + pieceLength <= exact.length; offset += step) {
    const at = text.indexOf(exact.slice(offset, offset + pieceLength))
    const start = at - offset
    // Places this near to each other are searched together.
    if (at !== -1 && !starts.some(known => Math.abs(known - start) < pieceLength))
      starts.push(start)
  }
  return starts.slice(0, comparedMatches)
}

function cutsNothing(text: string, { start, end }: Span): boolean {
  return !isInsideSurrogatePair(text, start) && !isInsideSurrogatePair(text, end)
}

/** The span widened by a code unit where it would cut a character in two. */
function withoutCuts(text: string, { start, end }: Span): Span {
  return {
    start: isInsideSurrogatePair(text, start) ? start - 1 : start,
    end: isInsideSurrogatePair(text, end) ? end + 1 : end,
  }
}

function distance({ span }: Candidate, near: number): number {
  return Math.abs(span.start - near)
}
