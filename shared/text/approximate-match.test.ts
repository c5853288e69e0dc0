import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findApproximately } from './approximate-match'

/** Edit distance by the plain table, for comparison. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[b.length] ?? 0
}

/** The fewest errors of any piece of `text` against `pattern`, by trying all pieces. */
function fewestErrors(text: string, pattern: string): number {
  let fewest = pattern.length
  for (let start = 0; start < text.length; start += 1)
    for (let end = start + 1; end <= text.length; end += 1)
      fewest = Math.min(fewest, distance(text.slice(start, end), pattern))
  return fewest
}

const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength, maxLength })

describe('findApproximately', () => {
  test('finds as few errors as trying every piece does', () => {
    fc.assert(
      fc.property(letters(0, 20), letters(1, 8), (text, pattern) => {
        const fewest = fewestErrors(text, pattern)
        const [best] = findApproximately(text, pattern, pattern.length - 1, 5)
        expect(best?.errors).toBe(fewest < pattern.length ? fewest : undefined)
      }),
    )
  })

  test('the errors it tells are the edit distance of the place it tells', () => {
    fc.assert(
      fc.property(letters(0, 60), letters(1, 40), (text, pattern) => {
        const limit = Math.floor(pattern.length / 3)
        for (const { span, errors } of findApproximately(text, pattern, limit, 10)) {
          expect(errors).toBeLessThanOrEqual(limit)
          expect(distance(text.slice(span.start, span.end), pattern)).toBe(errors)
        }
      }),
    )
  })

  test.each([10, 31, 32, 33, 64, 65, 200])(
    'finds a pattern of %i letters with three errors',
    length => {
      const alphabet = 'the quick brown ferry leaves port at noon and jumps over lazy waves '
      const pattern = alphabet.repeat(4).slice(5, 5 + length)
      const changed = `${pattern.slice(0, 3)}XX${pattern.slice(3, 6)}${pattern.slice(7)}`
      const before = 'zzz '.repeat(50)
      const [best] = findApproximately(`${before}${changed}${'yyy '.repeat(50)}`, pattern, 3, 1)
      expect(best).toEqual({
        span: { start: before.length, end: before.length + changed.length },
        errors: 3,
      })
    },
  )

  test('gives nothing when all places have too many errors, and for an empty pattern', () => {
    expect(findApproximately('the ferry', 'harbour', 2, 5)).toEqual([])
    expect(findApproximately('the ferry', '', 2, 5)).toEqual([])
  })

  test('gives every place that is equally good at an edge', () => {
    const words = findApproximately('she said “no” twice', '“no“', 1, 5).map(({ span }) =>
      'she said “no” twice'.slice(span.start, span.end),
    )
    expect(words).toEqual(['“no', '“no”'])
  })

  test('gives the better one of two places first', () => {
    const found = findApproximately('the fxrry left; the ferxx left', 'the ferry left', 2, 5)
    expect(found).toEqual([
      { span: { start: 0, end: 14 }, errors: 1 },
      { span: { start: 16, end: 30 }, errors: 2 },
    ])
  })
})
