import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeQuote } from '../text/quote'
import { spanFault } from '../text/span'
import type { Anchor } from './anchor'
import { findAnchor, placeAnnotation } from './anchor'
import { minimumScore } from './anchor-score'
import { annotationIdSchema, createAnnotation } from './annotation'

const article =
  'The ferry Aurela ran aground on Saturday evening, the coast guard said. Some 1,600 people live on ' +
  'the island. “Nobody was lost,” the captain said, “and nobody was hurt.” The coast guard counted ' +
  'fourteen missing. On Sunday the minister said that nobody was lost in the harbour either.'

function anchorOf(text: string, words: string, occurrence = 0): Anchor {
  let start = -1
  for (let seen = 0; seen <= occurrence; seen += 1) start = text.indexOf(words, start + 1)
  const span = { start, end: start + words.length }
  return { span, quote: describeQuote(text, span) }
}

/** What the anchor now covers, or `lost`. */
function foundIn(text: string, anchor: Anchor): string {
  const result = findAnchor(text, anchor)
  if (result.kind === 'lost') return 'lost'
  return `${result.kind}: ${text.slice(result.span.start, result.span.end)}`
}

describe('findAnchor', () => {
  test.each([
    {
      name: 'an unchanged text',
      words: '1,600 people',
      change: (text: string) => text,
      expected: 'exact: 1,600 people',
    },
    {
      name: 'text put before',
      words: '1,600 people',
      change: (text: string) => `Updated on Monday. ${text}`,
      expected: 'moved: 1,600 people',
    },
    {
      name: 'text taken away before',
      words: 'fourteen missing',
      change: (text: string) => text.slice(72),
      expected: 'moved: fourteen missing',
    },
    {
      name: 'both neighbours rewritten around a long quote',
      words: 'On Sunday the minister said that nobody was lost',
      change: (text: string) =>
        text
          .replace('counted fourteen missing. ', 'gave up. ')
          .replace(' in the harbour either', ''),
      expected: 'moved: On Sunday the minister said that nobody was lost',
    },
    {
      name: 'a letter changed in the words',
      words: 'The coast guard counted fourteen missing',
      change: (text: string) => text.replace('fourteen missing', 'forteen missing'),
      expected: 'moved: The coast guard counted forteen missing',
    },
    {
      name: 'straight quotation marks for curly ones',
      words: '“and nobody was hurt.”',
      change: (text: string) => text.replaceAll(/[“”]/g, '"'),
      expected: 'moved: "and nobody was hurt."',
    },
    {
      name: 'the words gone with their sentence',
      words: 'fourteen missing',
      change: (text: string) => text.replace(' The coast guard counted fourteen missing.', ''),
      expected: 'lost',
    },
    {
      name: 'a short word whose surroundings are gone, though it stands elsewhere',
      words: 'ferry',
      change: () => 'Nothing else happened on that day. A ferry is a boat that carries people.',
      expected: 'lost',
    },
    {
      name: 'another text',
      words: 'nobody was hurt',
      change: () => 'Bread costs more.',
      expected: 'lost',
    },
    { name: 'no text', words: 'nobody was hurt', change: () => '', expected: 'lost' },
  ])('$name: $expected', ({ words, change, expected }) => {
    expect(foundIn(change(article), anchorOf(article, words))).toBe(expected)
  })

  test.each([0, 1])(
    'of repeated words it finds the one with the context, number %i',
    occurrence => {
      const anchor = anchorOf(article, 'coast guard', occurrence)
      const changed = `Correction. ${article}`
      const result = findAnchor(changed, anchor)
      expect(result).toMatchObject({
        kind: 'moved',
        span: { start: anchor.span.start + 12, end: anchor.span.end + 12 },
      })
    },
  )

  test('when a repeat lands on the old place, the context decides', () => {
    const text = 'Six died in Belmar. Six died in Corvo. Six died in Duran.'
    const anchor = anchorOf(text, 'Six died', 1)
    const changed = text.slice('Six died in Belmar. '.length).replace(/^/, 'x'.repeat(1))
    expect(foundIn(changed, anchor)).toBe('moved: Six died')
    expect(findAnchor(changed, anchor)).toMatchObject({ span: { start: 1 } })
  })

  test('between equal places the nearest one is taken', () => {
    const line = 'No comment was given by the office of the mayor.\n'
    const text = line.repeat(40)
    const anchor = anchorOf(text, 'No comment', 20)
    const result = findAnchor(`\n${text}`, anchor)
    expect(result).toMatchObject({ kind: 'moved', span: { start: anchor.span.start + 1 } })
  })

  test('words with nothing around them are found whatever surrounds them now', () => {
    const anchor = anchorOf('Six died', 'Six died')
    expect(foundIn('It is said that Six died at sea', anchor)).toBe('moved: Six died')
  })

  test('a quote without words is lost, and so is one whose span is beyond the text', () => {
    expect(
      findAnchor(article, {
        span: { start: 3, end: 3 },
        quote: { exact: '', prefix: '', suffix: '' },
      }).kind,
    ).toBe('lost')
    const beyond = {
      span: { start: 9000, end: 9009 },
      quote: { exact: 'submarine', prefix: '', suffix: '' },
    }
    expect(findAnchor(article, beyond).kind).toBe('lost')
  })

  const word = fc.constantFrom(
    'ferry',
    'قال',
    'שלום',
    '😡',
    'café',
    'cafe\u0301',
    '“No”',
    '1,600',
    '👩‍👩‍👧',
    'Ä',
  )
  const words = fc
    .array(word, { minLength: 30, maxLength: 80 })
    .map(list => list.map((value, index) => `${value}${String(index)}`))
  const edits = fc.record({
    from: fc.nat({ max: 79 }),
    length: fc.integer({ min: 1, max: 4 }),
    at: fc.nat({ max: 79 }),
    count: fc.nat({ max: 6 }),
    insert: fc.string({ unit: 'grapheme', maxLength: 60 }),
  })

  test('finds its words again when text is inserted or deleted elsewhere', () => {
    fc.assert(
      fc.property(words, edits, (list, { from, length, at, count, insert }) => {
        const first = from % (list.length - length)
        const target = list.slice(first, first + length).join(' ')
        const text = list.join(' ')
        const start = list.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
        const anchor = {
          span: { start, end: start + target.length },
          quote: describeQuote(text, { start, end: start + target.length }),
        }
        // A change that begins at least two words away from the target, on either side.
        const far = at % list.length
        fc.pre(far + count < first - 1 || far > first + length + 1)
        const changed = [...list.slice(0, far), insert, ...list.slice(far + count)].join(' ')
        const result = findAnchor(changed, anchor)
        expect(result.kind).not.toBe('lost')
        if (result.kind === 'lost') return
        expect(changed.slice(result.span.start, result.span.end)).toBe(target)
        expect(spanFault(changed, result.span)).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  test('whatever the text has become, the answer is a span of it or lost', () => {
    const messy = fc.string({
      unit: fc.constantFrom('a', 'b', '😡', '\ud83d', 'é', ' '),
      maxLength: 80,
    })
    fc.assert(
      fc.property(messy, messy, fc.nat(80), fc.nat(80), (before, after, a, b) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b) }
        fc.pre(spanFault(before, span) === undefined)
        const result = findAnchor(after, { span, quote: describeQuote(before, span) })
        if (result.kind === 'lost') return
        expect(spanFault(after, result.span)).toBeUndefined()
        if (result.kind === 'exact') expect(result.span).toEqual(span)
        else expect(result.score).toBeGreaterThanOrEqual(minimumScore)
      }),
      { numRuns: 500 },
    )
  })

  test('a quote of a page is found in a text of a megabyte although every tenth word was changed', () => {
    const filler = 'The committee met again and heard nothing that was new. '.repeat(9000)
    const words = Array.from({ length: 400 }, (_, index) => `item${String(index)}`)
    const text = `${filler}${words.join(' ')}${filler}`
    const anchor = anchorOf(text, words.join(' '))
    const changed = words.map((item, index) => (index % 10 === 5 ? 'other' : item)).join(' ')
    expect(foundIn(`${changed}${filler.repeat(2)}`, anchor)).toBe(`moved: ${changed}`)
  })
})

describe('placeAnnotation', () => {
  const at = '2031-03-04T10:00:00.000Z'
  const id = annotationIdSchema.parse('0196f0f0-0000-7000-8000-000000000001')
  const spanOf = (text: string, part: string) => anchorOf(text, part).span
  const annotationOf = (...parts: string[]) =>
    createAnnotation(article, {
      id,
      type: 'quote',
      at,
      spans: parts.map(part => spanOf(article, part)),
    })

  test('an annotation whose words all stand is the same value', () => {
    const annotation = annotationOf('“Nobody was lost,”', '“and nobody was hurt.”')
    expect(placeAnnotation(article, annotation)).toEqual({ kind: 'exact', annotation })
  })

  test('all spans move, with new words and context and the old times', () => {
    const annotation = annotationOf('“Nobody was lost,”', '“and nobody was hurt.”')
    const changed = article.replace('Some 1,600', 'About 1,450').replace('captain', 'old captain')
    const placed = placeAnnotation(changed, annotation)
    const spans = [spanOf(changed, '“Nobody was lost,”'), spanOf(changed, '“and nobody was hurt.”')]
    expect(placed).toEqual({
      kind: 'moved',
      annotation: { ...annotation, spans, quote: spans.map(span => describeQuote(changed, span)) },
    })
  })

  test('one lost span makes the annotation lost, and it keeps its words', () => {
    const annotation = annotationOf('“Nobody was lost,”', '“and nobody was hurt.”')
    const changed = article.replace(', “and nobody was hurt.”', '.')
    expect(placeAnnotation(changed, annotation)).toEqual({ kind: 'lost', annotation })
  })

  test('spans that changed their order are lost', () => {
    const annotation = annotationOf(
      'The ferry Aurela ran aground',
      'On Sunday the minister said that nobody',
    )
    const half = article.indexOf('Some 1,600')
    const swapped = `${article.slice(half)} ${article.slice(0, half)}`
    expect(placeAnnotation(swapped, annotation).kind).toBe('lost')
  })

  test('a span without its words cannot be verified: lost', () => {
    const annotation = { ...annotationOf('fourteen'), quote: [] }
    expect(placeAnnotation(article, annotation)).toEqual({ kind: 'lost', annotation })
  })

  test('spans that now touch are one', () => {
    const annotation = annotationOf('“Nobody was lost,”', ' “and nobody was hurt.”')
    const changed = article.replace(' the captain said,', '')
    const placed = placeAnnotation(changed, annotation)
    expect(placed.annotation.quote.map(quote => quote.exact)).toEqual([
      '“Nobody was lost,” “and nobody was hurt.”',
    ])
  })
})
