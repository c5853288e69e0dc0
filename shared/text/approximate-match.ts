import { reverseUnits } from './reverse-units'
import type { Span } from './span'

/** A place in a text that reads like a pattern, and how many insertions, deletions and replacements apart they are. */
export type ApproximateMatch = { readonly span: Span; readonly errors: number }

/** Bits of one word of the search: JavaScript computes on 32. */
const wordLength = 32

/**
 * Places where `text` reads like `pattern` with at most `maxErrors` insertions, deletions and
 * replacements of code units, the fewest errors first. Of overlapping places only the best are given,
 * all of them when they are equally good: a letter at the edge may be replaced or be gone, and only the
 * context can tell. Reads at most `limit` ends. Work is `text.length` times the pattern's length in words
 * of 32 letters.
 * Source: Myers 1999, "A fast bit-vector algorithm for approximate string matching", in the form of
 * Hyyrö 2003 for patterns of any length.
 */
export function findApproximately(
  text: string,
  pattern: string,
  maxErrors: number,
  limit: number,
): ApproximateMatch[] {
  if (pattern === '') return []
  const backwards = reverseUnits(pattern)
  return bestEnds(text, pattern, maxErrors)
    .sort((a, b) => a.errors - b.errors || a.end - b.end)
    .slice(0, limit)
    .flatMap(({ end, errors }) => {
      const from = Math.max(0, end - pattern.length - errors)
      return bestEnds(reverseUnits(text.slice(from, end)), backwards, errors, 'at-start')
        .filter(start => start.errors === errors)
        .map(start => ({ span: { start: end - start.end, end }, errors }))
    })
}

type End = { readonly end: number; readonly errors: number }

/** Where matches end: of each run of neighbouring ends those with the fewest errors. */
function bestEnds(text: string, pattern: string, maxErrors: number, begin?: 'at-start'): End[] {
  const ends: End[] = []
  let run: End[] = []
  scan(text, pattern, begin === 'at-start' ? 1 : 0, (end, errors) => {
    if (errors > maxErrors) {
      ends.push(...run)
      run = []
      return
    }
    const fewest = run[0]?.errors ?? Infinity
    if (errors < fewest) run = [{ end, errors }]
    else if (errors === fewest) run.push({ end, errors })
  })
  return [...ends, ...run]
}

/**
 * Tell `visit` for each end in `text` how many errors the best match that ends there has. `firstRow` is
 * what each letter before the match costs: 0 lets it begin anywhere, 1 makes it begin at the start.
 */
function scan(
  text: string,
  pattern: string,
  firstRow: 0 | 1,
  visit: (end: number, errors: number) => void,
): void {
  const words = Math.ceil(pattern.length / wordLength)
  const masks = masksOf(pattern, words)
  const none = new Int32Array(words)
  // Per word of the pattern: in which rows the number of errors goes up, or down, against the row above.
  const up = new Int32Array(words).fill(-1)
  const down = new Int32Array(words)
  const lastRow = 1 << ((pattern.length - 1) % wordLength)
  let errors = pattern.length
  for (let at = 0; at < text.length; at += 1) {
    const mask = masks.get(text.charCodeAt(at)) ?? none
    let carry: number = firstRow
    for (let word = 0; word < words; word += 1)
      carry = advance(
        up,
        down,
        word,
        mask[word] ?? 0,
        carry,
        word === words - 1 ? lastRow : 1 << 31,
      )
    errors += carry
    visit(at + 1, errors)
  }
}

/** For each letter of the pattern the rows where it stands, one bit a row. */
function masksOf(pattern: string, words: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>()
  for (let row = 0; row < pattern.length; row += 1) {
    const letter = pattern.charCodeAt(row)
    let mask = masks.get(letter)
    if (mask === undefined) masks.set(letter, (mask = new Int32Array(words)))
    const word = Math.floor(row / wordLength)
    mask[word] = (mask[word] ?? 0) | (1 << (row % wordLength))
  }
  return masks
}

/**
 * One letter of the text through one word of the pattern. `carry` is the change of errors along the row
 * above the word (-1, 0 or 1); the answer is the change along the row that `outRow` marks.
 */
function advance(
  up: Int32Array,
  down: Int32Array,
  word: number,
  mask: number,
  carry: number,
  outRow: number,
): number {
  const upHere = up[word] ?? 0
  const downHere = down[word] ?? 0
  const carriedDown = carry < 0 ? 1 : 0
  const carriedUp = carry > 0 ? 1 : 0
  const vertical = mask | downHere
  const equal = mask | carriedDown
  const diagonal = (((equal & upHere) + upHere) ^ upHere) | equal
  let right = downHere | ~(diagonal | upHere)
  let left = upHere & diagonal
  const out = (right & outRow) !== 0 ? 1 : (left & outRow) !== 0 ? -1 : 0
  right = (right << 1) | carriedUp
  left = (left << 1) | carriedDown
  up[word] = left | ~(vertical | right)
  down[word] = right & vertical
  return out
}
