import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largerPiece, smallerPiece, unitAround } from './pieces'
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

const text =
  'Mr. Smith met K. Tokayev on Jan. 3, in the U.S. Army base; nobody was told. “Why?” he asked.\nIt was 5 p.m. in the U.S. He left.'

/** The selections that growing goes through from a caret before the first `at`. */
function grown(words: string, at: string): string[] {
  let span = { start: words.indexOf(at), end: words.indexOf(at) }
  const steps: string[] = []
  for (;;) {
    const next = largerPiece(words, span)
    if (next.end - next.start === span.end - span.start) return steps
    span = next
    steps.push(words.slice(span.start, span.end))
  }
}

describe('largerPiece', () => {
  it('goes from the word to the next punctuation, the sentence and the paragraph', () => {
    expect(grown(text, 'met')).toEqual([
      'met',
      'met K. Tokayev on Jan. 3',
      'Mr. Smith met K. Tokayev on Jan. 3, in the U.S. Army base; nobody was told',
      'Mr. Smith met K. Tokayev on Jan. 3, in the U.S. Army base; nobody was told. “Why?” he asked',
    ])
  })

  it('leaves out steps that add nothing', () => {
    expect(grown('He left.', 'He')).toEqual(['He', 'He left'])
  })

  it('never goes from the end of a sentence into the next one', () => {
    expect(grown('He said “No one came.” Then he left, and slept. End.', 'said')).toEqual([
      'said',
      'He said “No one came.”',
      'He said “No one came.” Then he left, and slept. End',
    ])
  })

  it('takes the word before a caret at its end, and the next one from a blank', () => {
    expect(grown('one  two', '  ')[0]).toBe('one')
    expect(grown('one   two', '  two')[0]).toBe('two')
    expect(largerPiece('one two', { start: 7, end: 7 })).toEqual({ start: 4, end: 7 })
  })

  it('finds nothing in a text without words', () => {
    expect(largerPiece('', { start: 0, end: 0 })).toEqual({ start: 0, end: 0 })
    expect(largerPiece(' \n ', { start: 1, end: 1 })).toEqual({ start: 1, end: 1 })
  })

  it('always gives a span that contains the one before, until the paragraph is reached', () => {
    fc.assert(
      fc.property(proseWithRange, ({ text: prose, range }) => {
        let span = unitAround(prose, range, 'word')
        if (span === undefined) return
        for (let step = 0; step < 5; step += 1) {
          const next = largerPiece(prose, span)
          expect(next.start).toBeLessThanOrEqual(span.start)
          expect(next.end).toBeGreaterThanOrEqual(span.end)
          expect(spanFault(prose, next)).toBeUndefined()
          span = next
        }
        expect(largerPiece(prose, span)).toEqual(span)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('smallerPiece', () => {
  it('goes back towards the first word', () => {
    const whole = { start: 0, end: text.indexOf('\n') - 1 }
    const sentence = smallerPiece(text, whole)
    expect(text.slice(0, sentence.end)).toMatch(/nobody was told$/)
    const clause = smallerPiece(text, sentence)
    expect(text.slice(0, clause.end)).toBe('Mr. Smith met K. Tokayev on Jan. 3')
    expect(smallerPiece(text, smallerPiece(text, clause))).toEqual(smallerPiece(text, clause))
  })
})

describe('unitAround', () => {
  it.each([
    { at: 'Smith', expected: /^Mr\. Smith .* told$/ },
    { at: 'Tokayev', expected: /^Mr\. Smith .* told$/ },
    { at: '3, in', expected: /^Mr\. Smith .* told$/ },
    { at: 'Why', expected: /^“Why\?” he asked$/ },
    { at: 'asked', expected: /^“Why\?” he asked$/ },
    { at: 'p.m', expected: /^It was 5 p\.m\. in the U\.S\.$/ },
    { at: 'left', expected: /^He left$/ },
  ])('gives the whole sentence around “$at”', ({ at, expected }) => {
    const caret = { start: text.indexOf(at), end: text.indexOf(at) }
    const span = unitAround(text, caret, 'sentence') ?? { start: 0, end: 0 }
    expect(text.slice(span.start, span.end)).toMatch(expected)
  })

  it.each([
    {
      name: 'German dates and shortened words',
      words: 'Er kam am 3. Januar mit Dr. Weiß, z. B. nach Bonn. Dann ging er.',
      expected: 'Er kam am 3. Januar mit Dr. Weiß, z. B. nach Bonn',
    },
    { name: 'Chinese', words: '他走了。她来了！', expected: '他走了' },
    { name: 'Chinese, from a quote', words: '“他走了。”她来了！', expected: '“他走了。”' },
    { name: 'Japanese', words: '船は沈んだ。「誰も来ない」と語った。', expected: '船は沈んだ' },
    { name: 'Korean', words: '배가 침몰했다. 아무도 없었다.', expected: '배가 침몰했다' },
    { name: 'Hebrew', words: 'המעבורת טבעה. היו בה 140 נוסעים.', expected: 'המעבורת טבעה' },
    { name: 'Arabic', words: 'هل غرقت؟ نعم غرقت.', expected: 'هل غرقت' },
    {
      name: 'an initial in the middle',
      words: 'J. R. Ewing left. So did I. He',
      expected: 'J. R. Ewing left',
    },
    { name: 'a firm', words: 'Acme Inc. said so. It', expected: 'Acme Inc. said so' },
  ])('knows sentences in $name', ({ words, expected }) => {
    const span = unitAround(words, { start: 0, end: 0 }, 'sentence') ?? { start: 0, end: 0 }
    expect(words.slice(span.start, span.end)).toBe(expected)
  })

  it.each([
    { words: '房屋被毁。“这是谎言！”他喊道。', at: '谎言', expected: '“这是谎言！”' },
    { words: '船は沈んだ。「誰も来ない」と語った。', at: '誰', expected: '「誰も来ない」と語った' },
    { words: 'It burnt. (“Nobody came.”) So', at: 'Nobody', expected: '(“Nobody came.”)' },
  ])('keeps the sign that opens $expected', ({ words, at, expected }) => {
    const caret = { start: words.indexOf(at), end: words.indexOf(at) }
    const span = unitAround(words, caret, 'sentence') ?? { start: 0, end: 0 }
    expect(words.slice(span.start, span.end)).toBe(expected)
  })

  it('takes every sentence that a range touches', () => {
    const range = { start: text.indexOf('told'), end: text.indexOf('asked') + 2 }
    const span = unitAround(text, range, 'sentence')
    expect(span).toEqual({ start: 0, end: text.indexOf('asked') + 5 })
  })

  it('finds the sentence in a paragraph of a million characters', () => {
    const long = 'It was safe. '.repeat(80_000)
    const span = unitAround(long, { start: 650_004, end: 650_004 }, 'sentence')
    expect(span).toEqual({ start: 650_000, end: 650_011 })
  })
})
