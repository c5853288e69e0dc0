import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PaintedSpan } from './segments'
import { segmentsOf } from './segments'

const painted = (id: string, start: number, end: number): PaintedSpan => ({
  id,
  type: 'claim',
  channel: 'underline',
  lane: 0,
  isOthers: false,
  dash: 0,
  focused: false,
  continuesBefore: false,
  continuesAfter: false,
  start,
  end,
})

const spans = fc
  .array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 30 })), { maxLength: 20 })
  .map(list => list.map(([start, length], at) => painted(`a${at}`, start, start + length)))

const runs = fc
  .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 12 })), { maxLength: 10 })
  .map(list => {
    let at = 0
    return list.map(([gap, length]) => {
      const start = at + gap
      at = start + length
      return { start, end: at }
    })
  })

test('each character has exactly the spans that cover it, in one piece', () => {
  fc.assert(
    fc.property(runs, spans, (given, list) => {
      const segments = segmentsOf(given, list)
      for (const run of given)
        for (let offset = run.start; offset < run.end; offset += 1) {
          const covering = list.filter(span => span.start <= offset && offset < span.end)
          const here = segments.filter(({ start, end }) => start <= offset && offset < end)
          expect(here.length).toBe(covering.length === 0 ? 0 : 1)
          const ids = (here[0]?.active ?? []).map(({ span }) => span.id)
          expect(ids.toSorted()).toEqual(covering.map(({ id }) => id).toSorted())
          expect(here.every(segment => segment.run === run)).toBe(true)
        }
    }),
  )
})

test('pieces stay inside their runs, in order and apart', () => {
  fc.assert(
    fc.property(runs, spans, (given, list) => {
      let last = 0
      for (const { start, end, run } of segmentsOf(given, list)) {
        expect(start).toBeGreaterThanOrEqual(Math.max(last, run.start))
        expect(end).toBeLessThanOrEqual(run.end)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    }),
  )
})

test('only the pieces with a span’s first and last character have its start and end', () => {
  const quote = painted('quote', 2, 12)
  const figure = painted('figure', 5, 8)
  const pieces = segmentsOf(
    [
      { start: 0, end: 10 },
      { start: 11, end: 20 },
    ],
    [figure, quote],
  )
  expect(
    pieces.map(({ start, end, active }) => [
      start,
      end,
      ...active.map(
        ({ span, starts, ends }) => `${span.id}${starts ? ' starts' : ''}${ends ? ' ends' : ''}`,
      ),
    ]),
  ).toEqual([
    [2, 5, 'quote starts'],
    [5, 8, 'quote', 'figure starts ends'],
    [8, 10, 'quote'],
    [11, 12, 'quote ends'],
  ])
})
