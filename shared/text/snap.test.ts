import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapToWords } from './snap'
import { proseParts } from './prose-parts'
import { spanFault } from './span'

/** Any prose and a range of it, which may begin and end inside a character. */
const proseWithRange = fc
  .tuple(fc.array(fc.constantFrom(...proseParts), { maxLength: 14 }), fc.nat(99), fc.nat(99))
  .map(([parts, a, b]) => {
    const prose = parts.join('')
    const [one, other] = [Math.min(a, prose.length), Math.min(b, prose.length)]
    return { text: prose, range: { start: Math.min(one, other), end: Math.max(one, other) } }
  })

/** `[` and `]` in the text say what was dragged over. */
function snapped(marked: string): string | undefined {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replace('[', '').replace(']', '')
  const span = snapToWords(text, { start, end })
  return span === undefined ? undefined : text.slice(span.start, span.end)
}

describe('snapToWords', () => {
  it.each([
    { name: 'half words', given: 'The br[idge was sa]fe in May', expected: 'bridge was safe' },
    { name: 'one letter', given: 'The br[i]dge', expected: 'bridge' },
    { name: 'blanks at the ends', given: 'The[ bridge ]was', expected: 'bridge' },
    { name: 'a full stop', given: 'It [was safe.]', expected: 'was safe' },
    { name: 'a comma', given: 'He [said,] and', expected: 'said' },
    {
      name: 'a whole quote with its marks',
      given: 'He: [“We lost.”] Then',
      expected: '“We lost.”',
    },
    { name: 'a quote, comma inside', given: '[“We lost,”] he said', expected: '“We lost,”' },
    { name: 'a closing mark alone', given: '“We [lost,”] he said', expected: 'lost' },
    { name: 'an opening mark at the end', given: 'He [said “]We', expected: 'said' },
    { name: 'a quote in a quote', given: '[“He said ‘no’”], so', expected: '“He said ‘no’”' },
    { name: 'a stop after the mark', given: 'was [‘safe’.] Then', expected: '‘safe’' },
    { name: 'a German quote', given: 'Er: [„Wir verloren.“] So', expected: '„Wir verloren.“' },
    { name: 'guillemets inwards', given: 'Er: [»Wir verloren.«] So', expected: '»Wir verloren.«' },
    { name: 'straight marks', given: 'He: ["We lost."] So', expected: '"We lost."' },
    { name: 'a straight mark alone', given: 'He: "We [lost."] So', expected: 'lost' },
    { name: 'brackets that are whole', given: 'the [dead (19)] were', expected: 'dead (19)' },
    { name: 'a bracket that is not', given: 'the dead ([19)] were', expected: '19' },
    { name: 'per cent', given: 'rose [40 %], then', expected: '40 %' },
    { name: 'half a figure', given: 'rose 2[0] 000 more', expected: '20 000' },
    { name: 'money', given: 'paid [4].5 million', expected: '4.5' },
    { name: 'the sign of money', given: 'paid $[4].5 million', expected: '$4.5' },
    { name: 'an acronym at the end', given: 'in the [U.S]. Then', expected: 'U.S.' },
    { name: 'a comma before', given: 'so[, and it] was', expected: 'and it' },
    { name: 'a short year', given: 'the [’90s] were', expected: '’90s' },
    { name: 'half an emoji', given: 'so 👩‍[👩]‍👧 then', expected: '👩‍👩‍👧' },
    { name: 'Hebrew', given: 'המע[בורת טב]עה בלילה.', expected: 'המעבורת טבעה' },
    { name: 'only signs', given: 'so [...] then', expected: '...' },
    { name: 'only blanks', given: 'so[ ]then', expected: undefined },
  ])('$name: $given', ({ given, expected }) => {
    expect(snapped(given)).toBe(expected)
  })

  it('gives a span of the text, without blanks around it, that snaps to itself', () => {
    fc.assert(
      fc.property(proseWithRange, ({ text, range }) => {
        const span = snapToWords(text, range)
        if (span === undefined) return
        expect(spanFault(text, span)).toBeUndefined()
        const words = text.slice(span.start, span.end)
        expect(words).toBe(words.trim())
        expect(snapToWords(text, span)).toEqual(span)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps every letter and digit that was dragged over', () => {
    fc.assert(
      fc.property(proseWithRange, ({ text, range }) => {
        const span = snapToWords(text, range) ?? { start: 0, end: 0 }
        for (let at = range.start; at < range.end; at += 1)
          if (/[\p{L}\p{N}]/u.test(text.charAt(at))) {
            expect(span.start).toBeLessThanOrEqual(at)
            expect(span.end).toBeGreaterThan(at)
          }
      }),
      { numRuns: 1000 },
    )
  })
})
