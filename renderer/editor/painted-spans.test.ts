import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation } from '../../shared/annotation/annotation'
import { compareText } from '../../shared/annotation/annotation'
import { annotationSetOf, withAnnotation } from '../../shared/annotation/annotation-set'
import type { Channel } from '../../shared/codebook/codebook'
import { channels } from '../../shared/codebook/codebook'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import type { Span } from '../../shared/text/span'
import { spansOverlap } from '../../shared/text/span'
import type { Painting } from './article-view-contract'
import type { PaintedSpan, PaintMemory } from './painted-spans'
import { paintedSpansIn, paintsTheSame } from './painted-spans'

const idOf = (at: number): string => `018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`

const annotation = (at: number, type: string, ...spans: Span[]): Annotation =>
  ({
    id: idOf(at),
    type,
    spans,
    quote: spans.map(() => ({ exact: '', prefix: '', suffix: '' })),
    attributes: {},
    createdAt: '2024-03-03T00:00:00.000Z',
    updatedAt: '2024-03-03T00:00:00.000Z',
    origin: { by: 'person' },
  }) as unknown as Annotation

const setOf = (annotations: readonly Annotation[]) =>
  annotationSetOf({
    article: idOf(1) as never,
    annotator: idOf(2) as never,
    annotations,
  })

const paintingOf = (
  annotations: readonly Annotation[],
  other: Partial<Painting> = {},
): Painting => ({
  sets: [setOf(annotations)],
  codebook: defaultCodebook,
  hiddenTypes: new Set(),
  hits: [],
  ...other,
})

const anyAnnotations = fc
  .array(
    fc.tuple(
      fc.constantFrom('claim', 'quote', 'figure'),
      fc.nat(9_000),
      fc.integer({ min: 1, max: 300 }),
    ),
    { maxLength: 60 },
  )
  .map(list =>
    list.map(([type, start, length], at) => annotation(at, type, { start, end: start + length })),
  )

test('a span has the same lane in every section it crosses', () => {
  fc.assert(
    fc.property(anyAnnotations, fc.nat(9_000), (annotations, cut) => {
      const painting = paintingOf(annotations)
      const whole = paintedSpansIn(painting, { start: 0, end: 10_000 }).spans
      const later = paintedSpansIn(painting, { start: cut, end: 10_000 })
      const laneOf = new Map(whole.map(span => [span.id, span.lane]))
      // A chain of crossings longer than the limit may begin again; fewer than 12 spans cannot make one.
      if (annotations.length < 12 || later.from === 0)
        for (const span of later.spans) expect(laneOf.get(span.id)).toBe(span.lane)
    }),
  )
})

test('gives all that touches the range', () => {
  fc.assert(
    fc.property(anyAnnotations, fc.nat(9_000), (annotations, start) => {
      const range = { start, end: start + 800 }
      const found = paintedSpansIn(paintingOf(annotations), range).spans
      const expected = annotations.filter(({ spans }) =>
        spans.some(span => spansOverlap(span, range)),
      )
      expect(
        found
          .filter(span => spansOverlap(span, range))
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(expected.map(({ id }) => String(id)).toSorted())
    }),
  )
})

test('knows which part of an interrupted quote goes on where', () => {
  const quote = annotation(
    5,
    'quote',
    { start: 0, end: 10 },
    { start: 20, end: 30 },
    { start: 40, end: 50 },
  )
  const spans = paintedSpansIn(paintingOf([quote]), { start: 0, end: 60 }).spans
  expect(
    spans
      .toSorted((a, b) => a.start - b.start)
      .map(({ continuesBefore, continuesAfter }) => [continuesBefore, continuesAfter]),
  ).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ])
})

test('leaves out hidden types, and draws a type that is gone as a dashed line', () => {
  const annotations = [
    annotation(1, 'claim', { start: 0, end: 5 }),
    annotation(2, 'gone', { start: 0, end: 5 }),
  ]
  const { spans } = paintedSpansIn(paintingOf(annotations, { hiddenTypes: new Set(['claim']) }), {
    start: 0,
    end: 9,
  })
  expect(spans).toMatchObject([{ type: 'gone', channel: 'underline', dash: 1 }])
})

test('draws the hits of the range, the current one as such', () => {
  const hits = Array.from({ length: 50 }, (_, at) => ({ start: at * 10, end: at * 10 + 4 }))
  const { spans } = paintedSpansIn(paintingOf([], { hits, currentHit: 11 }), {
    start: 102,
    end: 121,
  })
  expect(spans.map(({ channel, start, focused }) => [channel, start, focused])).toEqual([
    ['hit', 100, false],
    ['hit', 110, true],
    ['hit', 120, false],
  ])
})

test('a change inside the range is seen, one far away is not', () => {
  const before = paintingOf([annotation(1, 'claim', { start: 9_000, end: 9_010 })])
  const [set] = before.sets
  if (set === undefined) throw new RangeError('The painting has a set')
  const added = annotation(2, 'claim', { start: 10, end: 20 })
  const after = { ...before, sets: [withAnnotation(set, added.id, added)] }
  expect(paintsTheSame(before, after, { start: 0, end: 500 })).toBe(false)
  expect(paintsTheSame(before, after, { start: 8_500, end: 9_500 })).toBe(true)
  expect(paintsTheSame(before, { ...before, focused: idOf(1) }, { start: 0, end: 5 })).toBe(false)
})

test('what is remembered of earlier paintings changes nothing', () => {
  const steps = fc.array(
    fc.record({
      at: fc.nat(6),
      type: fc.constantFrom('claim', 'quote', 'figure'),
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 40 }),
      isRemoved: fc.boolean(),
      focused: fc.option(fc.nat(6), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 15 },
  )
  const order = (a: PaintedSpan, b: PaintedSpan): number =>
    a.start - b.start || a.end - b.end || compareText(a.id, b.id)
  fc.assert(
    fc.property(steps, list => {
      const memory: PaintMemory = new WeakMap()
      let set = setOf([])
      for (const { at, type, start, length, isRemoved, focused } of list) {
        const id = idOf(at)
        const after = annotation(at, type, { start, end: start + length })
        set = withAnnotation(set, id, isRemoved ? undefined : after)
        const painting = {
          ...paintingOf([]),
          sets: [set],
          focused: focused === undefined ? undefined : idOf(focused),
        }
        const range = { start: 20, end: 70 }
        const { spans } = paintedSpansIn(painting, range, memory)
        expect(spans.toSorted(order)).toEqual(paintedSpansIn(painting, range).spans.toSorted(order))
      }
    }),
  )
})

test('a span that is painted as before is the same object', () => {
  const memory: PaintMemory = new WeakMap()
  const before = paintingOf([
    annotation(1, 'quote', { start: 0, end: 20 }),
    annotation(2, 'quote', { start: 5, end: 15 }),
    annotation(3, 'claim', { start: 0, end: 9 }),
  ])
  const [set] = before.sets
  if (set === undefined) throw new RangeError('The painting has a set')
  const range = { start: 0, end: 30 }
  const known = new Map(paintedSpansIn(before, range, memory).spans.map(span => [span.id, span]))
  // The outer quote goes: the inner one moves to its lane, the claim stays as it is.
  const after = { ...before, sets: [withAnnotation(set, idOf(1), undefined)] }
  const { spans } = paintedSpansIn(after, range, memory)
  expect(spans.map(span => [span.id, span.lane, span === known.get(span.id)])).toEqual([
    [idOf(2), 0, false],
    [idOf(3), 0, true],
  ])
})

test('further types of a channel have further dashes, the fifth again those of the first', () => {
  const more = (channel: Channel, at: number) => ({
    key: `${channel}-${String(at)}`,
    label: '',
    channel,
    colour: { light: '#1c1b1a', dark: '#e7e5e0' },
    attributes: [],
  })
  for (const channel of channels) {
    const added = [1, 2, 3, 4].map(at => more(channel, at))
    const codebook = { ...defaultCodebook, types: [...defaultCodebook.types, ...added] }
    const annotations = codebook.types.map(({ key }, at) =>
      annotation(at + 1, key, { start: 0, end: 5 }),
    )
    const { spans } = paintedSpansIn(paintingOf(annotations, { codebook }), { start: 0, end: 9 })
    const dashes = new Map(spans.map(({ type, dash }) => [type, dash]))
    expect(defaultCodebook.types.map(({ key }) => dashes.get(key))).toEqual([0, 0, 0])
    expect(added.map(({ key }) => dashes.get(key))).toEqual([1, 2, 3, 0])
  }
})
