import { expect, test } from 'vitest'
import { markAttributes } from './mark-style'
import type { ActivePart, PaintedSpan } from './segments'

const part = (
  given: Partial<PaintedSpan> & Pick<PaintedSpan, 'channel' | 'type'>,
  starts = false,
  ends = false,
): ActivePart => ({
  span: {
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
  },
  starts,
  ends,
})

const quote = { channel: 'tint', type: 'quote' } as const
const claim = { channel: 'underline', type: 'claim' } as const
const figure = { channel: 'outline', type: 'figure' } as const

/** The value of one property of a style, cut at the commas between layers. */
function layersOf(style: string, property: string): string[] {
  const value = new Map(
    style
      .split(';')
      .map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  ).get(property)
  const layers: string[] = []
  let depth = 0
  let from = 0
  const text = `${value ?? ''},`
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (text[at] !== ',' || depth > 0) continue
    layers.push(text.slice(from, at))
    from = at + 1
  }
  return layers
}

test('a figure in a claim in a quote shows all three, lines over the tint', () => {
  const { class: classes, style } = markAttributes([part(quote), part(claim), part(figure)], 'ltr')
  expect(classes.split(' ')).toEqual([
    'mark',
    'mark-tint',
    'type-quote',
    'mark-underline',
    'type-claim',
    'mark-outline',
    'type-figure',
  ])
  const images = layersOf(style, 'background-image')
  expect(
    images.map(image => /--type-([a-z]+),.* var\(--([a-z]+)-strength\)/.exec(image)?.slice(1)),
  ).toEqual([
    ['figure', 'mark'],
    ['figure', 'mark'],
    ['claim', 'mark'],
    ['quote', 'tint'],
  ])
})

test('every layer has a place, a size and a clip', () => {
  const all = [
    part({ ...quote, continuesBefore: true }, true, true),
    part({ ...quote, lane: 1 }, true, true),
    part({ ...claim, dash: 3, lane: 2 }, true),
    part({ ...figure, lane: 1 }, true, true),
    part({ channel: 'hit', type: '', focused: true }, true, true),
  ]
  const { style } = markAttributes(all, 'ltr')
  const count = layersOf(style, 'background-image').length
  expect(count).toBeGreaterThan(10)
  for (const property of ['background-position', 'background-size', 'background-clip'])
    expect(layersOf(style, property).length).toBe(count)
})

test('each lane of underlines and outlines has its own height', () => {
  const heights = [0, 1, 2, 3].flatMap(lane => [
    ...layersOf(markAttributes([part({ ...claim, lane })], 'ltr').style, 'background-position'),
    ...layersOf(
      markAttributes([part({ ...figure, lane })], 'ltr').style,
      'background-position',
    ).slice(1),
  ])
  expect(new Set(heights).size).toBe(8)
})

test('lanes beyond the fourth are drawn on the fourth', () => {
  const style = (lane: number) => markAttributes([part({ ...claim, lane })], 'ltr').style
  expect(style(9)).toBe(style(3))
})

test.each([
  {
    name: 'a quote is round where it starts and ends',
    starts: true,
    ends: true,
    at: ['left', 'right'],
  },
  { name: 'and straight where a line of it only goes on', starts: false, ends: false, at: [] },
  { name: 'and round at its start alone', starts: true, ends: false, at: ['left'] },
])('$name', ({ starts, ends, at }) => {
  const classes = markAttributes([part(quote, starts, ends)], 'ltr').class.split(' ')
  expect(classes.filter(one => one.startsWith('round-'))).toEqual(at.map(side => `round-${side}`))
})

test('right-to-left words begin on the right', () => {
  const start = (direction: 'ltr' | 'rtl') =>
    markAttributes([part(quote, true), part(figure, false, true)], direction).class.split(' ')
  expect(start('ltr')).toEqual(expect.arrayContaining(['round-left', 'edge-right']))
  expect(start('rtl')).toEqual(expect.arrayContaining(['round-right', 'edge-left']))
})

test('an interrupted quote has a bracket instead of a round end where it goes on', () => {
  const whole = markAttributes([part(quote, true, true)], 'ltr')
  const stopped = markAttributes([part({ ...quote, continuesAfter: true }, true, true)], 'ltr')
  expect(stopped.class.split(' ')).not.toContain('round-right')
  expect(
    layersOf(stopped.style, 'background-position').filter(at => at.startsWith('100%')),
  ).toHaveLength(3)
  expect(
    layersOf(whole.style, 'background-position').filter(at => at.startsWith('100%')),
  ).toHaveLength(0)
})

test('an outline is closed only where the figure itself starts or ends', () => {
  const sides = (starts: boolean, ends: boolean) =>
    layersOf(markAttributes([part(figure, starts, ends)], 'ltr').style, 'background-size').filter(
      size => size.startsWith('var(--mark-line)'),
    ).length
  expect([sides(false, false), sides(true, false), sides(true, true)]).toEqual([0, 1, 2])
})

test('what is in focus has the full colour of its type, the rest the strength of the moment', () => {
  const { class: classes, style } = markAttributes(
    [part({ ...claim, focused: true }), part({ ...quote, focused: true }), part(figure)],
    'ltr',
  )
  expect(classes.split(' ')).toContain('is-focused')
  expect(style).toContain('var(--type-claim')
  expect(style).not.toMatch(/--type-claim[^,]*,[^,]*--muted\)\) var\(--mark-strength/)
  expect(style).toContain('var(--type-quote,var(--muted)) var(--focus-tint-strength)')
  expect(style).toContain('var(--type-figure,var(--muted)) var(--mark-strength)')
})

test('types on the underline are told apart by their dash', () => {
  const images = [0, 1, 2, 3].map(
    dash =>
      layersOf(markAttributes([part({ ...claim, dash })], 'ltr').style, 'background-image')[0],
  )
  expect(new Set(images).size).toBe(4)
  expect(images[0]).toMatch(/^linear-gradient/)
})

test('the current hit looks different from the others', () => {
  const hit = { channel: 'hit', type: '' } as const
  const current = markAttributes([part({ ...hit, focused: true })], 'ltr')
  expect(current.class.split(' ')).toContain('is-current')
  expect(current.style).not.toBe(markAttributes([part(hit)], 'ltr').style)
})
