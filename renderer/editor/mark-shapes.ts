import type { Direction } from '../../shared/text/text-direction'
import type { Fragment } from './line-fragments'
import { hatchOf, inkOf, tintOf } from './mark-colours'
import type { PaintedSpan } from './painted-spans'

/** What is drawn over what: tints at the back, outlines in front. */
export const markLayers = ['tint', 'hit', 'edge', 'underline', 'outline'] as const
export type MarkLayer = (typeof markLayers)[number]

/** One path behind the words, in CSS pixels of its section, with its style as declarations. */
export type MarkShape = {
  readonly layer: MarkLayer
  readonly path: string
  readonly style: string
}

/**
 * Directions of the first and the last words of a span, which tell on which side they have their edge;
 * `undefined` where the span begins or ends in another section.
 */
export type MarkEnds = {
  readonly start: Direction | undefined
  readonly end: Direction | undefined
}

/** Deeper overlaps are drawn on the last lane; the gutter still counts them. */
const deepestLane = 3

/** Parts of the height of a line's words, in every size of letters: Literata's ascent, and its capitals with room above. */
const ascent = 0.79
const capitals = 0.63

/**
 * Lines and boxes interleave below the words: underlines take `+3 +7 +11 +15` px under the baseline,
 * the lower edges of outlines `+6 +10 +14`, so that no lane covers another.
 */
const underlineDrop = (lane: number): number => 3 + 4 * lane
const outlineDrop = (lane: number): number => 6 + 4 * lane
const outlineRise = (lane: number): number => 2 * lane
/** A figure's box leaves its first and last letters room. */
const outlineRoom = 2

/** Another annotator's lines are dots, whatever the type; the colour and the card say which type it is. */
const dots: readonly number[] = [2, 3]

/** Dashes by number, as lengths of ink and gap in px; the first is solid, none is like the dots. */
const dashes: readonly (readonly number[])[] = [[], [5, 3], [16, 4], [9, 3, 2, 3]]
const dashesOf = ({ isOthers, dash }: PaintedSpan): readonly number[] =>
  isOthers ? dots : (dashes[dash] ?? [])

/** What draws `span`, whose words stand in `fragments` (from top to bottom, left to right). */
export function shapesOf(
  span: PaintedSpan,
  fragments: readonly Fragment[],
  ends: MarkEnds,
): MarkShape[] {
  const boxes = boxesOf(fragments, ends)
  switch (span.channel) {
    case 'tint':
      return tint(span, boxes)
    case 'underline':
      return [underline(span, boxes, ends.start ?? ends.end ?? 'ltr')]
    case 'outline':
      return [outline(span, boxes)]
    case 'hit':
      return [hit(span, boxes)]
  }
}

/** A fragment on whole pixels; `starts` and `ends` name the side where the span has its own edge. */
type Box = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly height: number
  readonly starts: Side | undefined
  readonly ends: Side | undefined
}
type Side = 'left' | 'right'

function boxesOf(fragments: readonly Fragment[], ends: MarkEnds): Box[] {
  const firstLine = fragments.findLastIndex(({ top }) => top === fragments[0]?.top)
  const lastLine = fragments.findIndex(({ top }) => top === fragments.at(-1)?.top)
  const startsAt = ends.start === 'rtl' ? firstLine : 0
  const endsAt = ends.end === 'rtl' ? lastLine : fragments.length - 1
  const startSide = ends.start && (ends.start === 'ltr' ? 'left' : 'right')
  const endSide = ends.end && (ends.end === 'ltr' ? 'right' : 'left')
  return fragments.map(({ left, right, top, bottom }, index) => ({
    left: Math.round(left),
    right: Math.max(Math.round(right), Math.round(left) + 1),
    top: Math.round(top),
    height: Math.round(bottom - top),
    starts: index === startsAt ? startSide : undefined,
    ends: index === endsAt ? endSide : undefined,
  }))
}

const baselineOf = ({ top, height }: Box): number => top + Math.round(height * ascent)

function hit({ focused }: PaintedSpan, boxes: readonly Box[]): MarkShape {
  const path = boxes.map(box => rectangle(box, 0, 0)).join('')
  return { layer: 'hit', path, style: `fill:var(${focused ? '--find-current' : '--find'})` }
}

function underline(span: PaintedSpan, boxes: readonly Box[], direction: Direction): MarkShape {
  const path = boxes.map(box => {
    // The middle of a line two pixels high.
    const y = baselineOf(box) + underlineDrop(laneOf(span)) + 1
    const [from, to] = direction === 'ltr' ? [box.left, box.right] : [box.right, box.left]
    return `M${from} ${y}H${to}`
  })
  return { layer: 'underline', path: path.join(''), style: stroke(inkOf(span), dashesOf(span)) }
}

function outline(span: PaintedSpan, boxes: readonly Box[]): MarkShape {
  const lane = laneOf(span)
  const path = boxes.map(box => {
    const sides = trueSides(span, box)
    const left = box.left - (sides.includes('left') ? outlineRoom : 0)
    const right = box.right + (sides.includes('right') ? outlineRoom : 0)
    const top = baselineOf(box) - Math.round(box.height * capitals) - outlineRise(lane)
    const bottom = baselineOf(box) + outlineDrop(lane) + 1
    const across = `M${left} ${top + 0.5}H${right}M${left} ${bottom - 0.5}H${right}`
    const edge = (side: Side): string =>
      `M${side === 'left' ? left + 0.5 : right - 0.5} ${top}V${bottom}`
    return across + sides.map(edge).join('')
  })
  return {
    layer: 'outline',
    path: path.join(''),
    style: stroke(inkOf(span), dashesOf(span)),
  }
}

/** Inner quotes are drawn as a lower band on the outer one, with their own ends: a step deeper, and a shape. */
function tint(span: PaintedSpan, boxes: readonly Box[]): MarkShape[] {
  const inset = 3 * laneOf(span)
  const shapes: MarkShape[] = [
    span.isOthers
      ? {
          layer: 'tint',
          path: boxes.map(box => hatch(box, inset)).join(''),
          style: stroke(hatchOf(span)),
        }
      : {
          layer: 'tint',
          path: boxes.map(box => band(span, box, inset)).join(''),
          style: `fill:${tintOf(span)}`,
        },
  ]
  const edges = boxes.map(box => edgesOf(span, box, inset)).join('')
  if (edges !== '') shapes.push({ layer: 'edge', path: edges, style: stroke(inkOf(span)) })
  // A second type of tint has a line along its top, and so all further ones, each with its dashes.
  if (span.dash > 0) shapes.push({ layer: 'edge', ...topLine(span, boxes, inset) })
  return shapes
}

function topLine(
  span: PaintedSpan,
  boxes: readonly Box[],
  inset: number,
): Pick<MarkShape, 'path' | 'style'> {
  const path = boxes.map(({ left, right, top }) => `M${left} ${top + inset + 0.5}H${right}`)
  return { path: path.join(''), style: stroke(inkOf(span), dashes[span.dash - 1]) }
}

function band(span: PaintedSpan, box: Box, inset: number): string {
  const sides = inset === 0 ? trueSides(span, box) : []
  return rectangle(box, inset, 4, sides)
}

/**
 * A thin bracket at each side where the quote goes on elsewhere: `[` before what continues, `]` where it
 * stops; and the ends of an inner quote.
 */
function edgesOf(span: PaintedSpan, box: Box, inset: number): string {
  const top = box.top + inset
  const bottom = box.top + box.height - inset
  const line = (side: Side | undefined, isBracket: boolean): string => {
    if (side === undefined) return ''
    const x = side === 'left' ? box.left + 0.5 : box.right - 0.5
    if (!isBracket) return inset === 0 ? '' : `M${x} ${top}V${bottom}`
    const hook = side === 'left' ? box.left + 4 : box.right - 4
    return `M${hook} ${top + 0.5}H${x}V${bottom - 0.5}H${hook}`
  }
  return line(box.starts, span.continuesBefore) + line(box.ends, span.continuesAfter)
}

/** Thin lines aslant that leave the letters alone: another annotator's tint. */
function hatch(box: Box, inset: number): string {
  const top = box.top + inset
  const height = box.height - 2 * inset
  const lines: string[] = []
  for (let at = box.left - height; at < box.right; at += hatchStep) {
    const from = Math.max(at, box.left)
    const to = Math.min(at + height, box.right)
    if (to > from)
      lines.push(`M${from} ${top + height - (from - at)}L${to} ${top + height - (to - at)}`)
  }
  return lines.join('')
}

const hatchStep = 7

function rectangle(box: Box, inset: number, radius: number, sides: readonly Side[] = []): string {
  const top = box.top + inset
  const height = box.height - 2 * inset
  const { left, right } = box
  const room = Math.min(radius, (right - left) / 2)
  const l = sides.includes('left') ? room : 0
  const r = sides.includes('right') ? room : 0
  const corner = (size: number, x: number, y: number): string =>
    size === 0 ? '' : `a${size} ${size} 0 0 1 ${x} ${y}`
  return [
    `M${left + l} ${top}H${right - r}`,
    corner(r, r, r),
    `V${top + height - r}`,
    corner(r, -r, r),
    `H${left + l}`,
    corner(l, -l, -l),
    `V${top + l}`,
    corner(l, l, -l),
    'z',
  ].join('')
}

/** The sides where the annotation itself begins or ends here, not only one of its spans. */
function trueSides(span: PaintedSpan, { starts, ends }: Box): Side[] {
  const sides: Side[] = []
  if (starts !== undefined && !span.continuesBefore) sides.push(starts)
  if (ends !== undefined && !span.continuesAfter) sides.push(ends)
  return sides
}

function laneOf({ lane }: PaintedSpan): number {
  return Math.min(lane, deepestLane)
}

function stroke(colour: string, lengths: readonly number[] = []): string {
  return `stroke:${colour}${lengths.length === 0 ? '' : `;stroke-dasharray:${lengths.join(' ')}`}`
}
