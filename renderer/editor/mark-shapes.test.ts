import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fragment } from './line-fragments'
import type { MarkEnds } from './mark-shapes'
import { shapesOf } from './mark-shapes'
import type { PaintedSpan } from './painted-spans'

const quote = { channel: 'tint', type: 'quote' } as const
const claim = { channel: 'underline', type: 'claim' } as const
const figure = { channel: 'outline', type: 'figure' } as const

const spanOf = (
  given: Partial<PaintedSpan> & Pick<PaintedSpan, 'channel' | 'type'>,
): PaintedSpan => ({
  id: given.type,
  start: 0,
  end: 9,
  lane: 0,
  dash: 0,
  isOthers: false,
  focused: false,
  continuesBefore: false,
  continuesAfter: false,
  ...given,
})

const line: Fragment = { left: 10, right: 60, top: 100, bottom: 127 }
const next: Fragment = { left: 0, right: 30, top: 129, bottom: 156 }
const whole: MarkEnds = { start: 'ltr', end: 'ltr' }

/** The box around everything a path draws, from its absolute points; arcs end where they say. */
function extentOf(path: string): { left: number; right: number; top: number; bottom: number } {
  const xs: number[] = []
  const ys: number[] = []
  let x = 0
  let y = 0
  for (const [, command = '', words = ''] of path.matchAll(/([MLHVa])([^MLHVaz]*)/g)) {
    const numbers = words.trim().split(/\s+/).map(Number)
    const [first = 0, second = 0] = numbers
    if (command === 'H') x = first
    else if (command === 'V') y = first
    else if (command === 'a') [x, y] = [x + (numbers[5] ?? 0), y + (numbers[6] ?? 0)]
    else [x, y] = [first, second]
    xs.push(x)
    ys.push(y)
  }
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  }
}

const only = (span: PaintedSpan, fragments: readonly Fragment[] = [line], ends = whole) => {
  const [shape, ...others] = shapesOf(span, fragments, ends)
  if (shape === undefined || others.length > 0) throw new Error('Not one shape')
  return shape
}

test('a quote is a tint over the words, a claim a line below them, a figure a box around them', () => {
  expect(extentOf(only(spanOf(quote)).path)).toEqual({ left: 10, right: 60, top: 100, bottom: 127 })
  // The baseline is 21 px below the top; the line is two pixels high and has its middle here.
  expect(extentOf(only(spanOf(claim)).path)).toEqual({ left: 10, right: 60, top: 125, bottom: 125 })
  expect(extentOf(only(spanOf(figure)).path)).toEqual({ left: 8, right: 62, top: 104, bottom: 128 })
})

test('lines over tints: each type has its layer', () => {
  const layers = [quote, claim, figure].flatMap(given =>
    shapesOf(spanOf(given), [line], whole).map(({ layer }) => layer),
  )
  expect(layers).toEqual(['tint', 'underline', 'outline'])
})

test('no lane covers another, in any of the three channels', () => {
  const bottoms = [0, 1, 2, 3].flatMap(lane => [
    extentOf(only(spanOf({ ...claim, lane })).path).bottom,
    extentOf(only(spanOf({ ...figure, lane })).path).bottom,
  ])
  expect(bottoms).toEqual(bottoms.toSorted((a, b) => a - b))
  expect(new Set(bottoms).size).toBe(bottoms.length)
  const heights = [0, 1, 2, 3].map(lane => {
    const [band] = shapesOf(spanOf({ ...quote, lane }), [line], whole)
    const { top, bottom } = extentOf(band?.path ?? '')
    return bottom - top
  })
  expect(heights).toEqual([27, 21, 15, 9])
})

test('deeper than the last lane is drawn on the last lane', () => {
  for (const given of [quote, claim, figure])
    expect(shapesOf(spanOf({ ...given, lane: 9 }), [line], whole)).toEqual(
      shapesOf(spanOf({ ...given, lane: 3 }), [line], whole),
    )
})

test('a box has its sides where the figure begins and ends, not where a line breaks', () => {
  const across = { ends: [line, next], sides: [/M8.5 /, /M31.5 /] }
  const { path } = only(spanOf(figure), across.ends)
  for (const side of across.sides) expect(path).toMatch(side)
  expect(path.match(/V/g)).toHaveLength(2)
})

test('what begins or ends in another section has no side there', () => {
  const { path } = only(spanOf(figure), [line], { start: undefined, end: 'ltr' })
  expect(path.match(/V/g)).toHaveLength(1)
  expect(path).toContain('M61.5 ')
})

test('right-to-left words begin at the right of their first line and end at the left of their last', () => {
  const { path } = only(spanOf(figure), [line, next], { start: 'rtl', end: 'rtl' })
  expect(path).toContain('M61.5 ')
  expect(path).toContain('M-1.5 ')
})

test('dashes of right-to-left words begin at their right', () => {
  const { path } = only(spanOf(claim), [line], { start: 'rtl', end: 'rtl' })
  expect(path).toBe('M60 125H10')
})

test('an interrupted quote has brackets where it goes on, and no round corner there', () => {
  const first = shapesOf(spanOf({ ...quote, continuesAfter: true }), [line], whole)
  expect(first.map(({ layer }) => layer)).toEqual(['tint', 'edge'])
  expect(first[1]?.path).toBe('M56 100.5H59.5V126.5H56')
  expect(first[0]?.path.match(/a4/g)).toHaveLength(2)
  const plain = shapesOf(spanOf(quote), [line], whole)
  expect(plain[0]?.path.match(/a4/g)).toHaveLength(4)
})

test('an inner quote shows its own ends as lines', () => {
  const [, edge] = shapesOf(spanOf({ ...quote, lane: 1 }), [line], whole)
  expect(edge?.path).toBe('M10.5 103V124M59.5 103V124')
})

test('of others: dots instead of lines, lines aslant instead of a tint', () => {
  expect(only(spanOf({ ...claim, isOthers: true })).style).toContain('stroke-dasharray:2 3')
  expect(only(spanOf({ ...figure, isOthers: true })).style).toContain('stroke-dasharray:2 3')
  const hatch = only(spanOf({ ...quote, isOthers: true }))
  expect(hatch.style).toMatch(/^stroke:.*--hatch-strength/)
  expect(extentOf(hatch.path)).toEqual({ left: 10, right: 60, top: 100, bottom: 127 })
})

test('in focus: full colour, which nothing weakens', () => {
  expect(only(spanOf({ ...claim, focused: true })).style).toBe(
    'stroke:var(--type-claim,var(--muted))',
  )
  expect(only(spanOf({ ...quote, focused: true })).style).toContain('--focus-tint-strength')
  expect(only(spanOf(claim)).style).toContain('--mark-strength')
})

test('lines of further types have dashes of their own, under words and around them', () => {
  for (const given of [claim, figure]) {
    const styles = [0, 1, 2, 3].map(dash => only(spanOf({ ...given, dash })).style)
    // None is like the dots of another annotator.
    expect(new Set([...styles, only(spanOf({ ...given, isOthers: true })).style]).size).toBe(5)
  }
})

test('tints of further types have a line along their top, each with its dashes', () => {
  const lines = [0, 1, 2, 3].map(dash => shapesOf(spanOf({ ...quote, dash }), [line], whole)[1])
  expect(lines.map(edge => edge?.path)).toEqual([
    undefined,
    ...Array.from({ length: 3 }, () => 'M10 100.5H60'),
  ])
  expect(new Set(lines.map(edge => edge?.style)).size).toBe(4)
  // An inner one has it on its own, lower band.
  const inner = shapesOf(spanOf({ ...quote, dash: 1, lane: 1 }), [line], whole)
  expect(inner.at(-1)?.path).toBe('M10 103.5H60')
})

test('a hit of find is as high as the words', () => {
  const hit = { channel: 'hit', type: '' } as const
  expect(only(spanOf(hit)).style).toBe('fill:var(--find)')
  expect(only(spanOf({ ...hit, focused: true })).style).toBe('fill:var(--find-current)')
  expect(extentOf(only(spanOf(hit)).path)).toEqual({ left: 10, right: 60, top: 100, bottom: 127 })
})

test('nothing is drawn further from its words than the lanes go', () => {
  const size = fc.double({ min: 1, max: 700, noNaN: true })
  const direction = fc.constantFrom<MarkEnds['start'][]>('ltr', 'rtl', undefined)
  fc.assert(
    fc.property(
      fc.constantFrom(quote, claim, figure),
      fc.nat(5),
      fc.boolean(),
      fc.array(fc.tuple(size, size), { minLength: 1, maxLength: 4 }),
      fc.record({ start: direction, end: direction }),
      (given, lane, isOthers, widths, ends) => {
        const fragments = widths.map(([left, width], index) => ({
          left,
          right: left + width,
          top: 29 * index,
          bottom: 29 * index + 27,
        }))
        for (const { path } of shapesOf(spanOf({ ...given, lane, isOthers }), fragments, ends)) {
          if (path === '') continue
          expect(path).not.toMatch(/NaN|undefined/)
          const { left, right, top, bottom } = extentOf(path)
          expect(left).toBeGreaterThanOrEqual(Math.min(...fragments.map(one => one.left)) - 3)
          expect(right).toBeLessThanOrEqual(Math.max(...fragments.map(one => one.right)) + 4)
          expect(top).toBeGreaterThanOrEqual(-6)
          expect(bottom).toBeLessThanOrEqual(29 * widths.length + 16)
        }
      },
    ),
  )
})
