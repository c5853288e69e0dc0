import type { Direction } from '../../shared/text/text-direction'
import type { ActivePart } from './segments'

/** Attributes of the one element that draws a segment. */
export type MarkAttributes = { readonly class: string; readonly style: string }

/** One background image: `x` and `y` from the left and the top of the element's box. */
type Layer = {
  readonly image: string
  readonly x: string
  readonly y: string
  readonly width: string
  readonly height: string
  /** Cut off at the rounded corners of the text's own box. */
  readonly rounded?: boolean
}

/** Deeper overlaps are drawn on the last lane; the gutter still counts them. */
const deepestLane = 3

/**
 * Lines and boxes interleave below the words: underlines take `+3 +7 +11 +15` px under the baseline,
 * the lower edges of outlines `+6 +10 +14`, so that no lane covers another.
 */
const underlineTop = (lane: number): string => below(3 + 4 * lane)
const outlineRise = (lane: number): string => `0.94em - ${-2 * lane}px`
const outlineDrop = (lane: number): number => 6 + 4 * lane

const below = (px: number): string => `calc(var(--baseline) + ${px}px)`

/** Another annotator's lines are dots, whatever the type; the colour and the card say which type it is. */
const dots: readonly number[] = [2, 3]

/** Dashes of underlines by number, as lengths of ink and gap in px; the first is solid. */
const dashes: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [9, 3, 2, 3]]

/**
 * Class and style of a segment. Every part becomes background layers on one element: they add nothing
 * to the width or the height of a line. `direction` is that of the segment's own letters and tells on
 * which side it begins.
 */
export function markAttributes(
  active: readonly ActivePart[],
  direction: Direction,
): MarkAttributes {
  const layers = [...active].sort(byDepth).flatMap(part => layersOf(part, direction))
  return {
    class: classesOf(active, direction).join(' '),
    style: [
      `background-image:${layers.map(layer => layer.image).join(',')}`,
      `background-position:${layers.map(({ x, y }) => `${x} ${y}`).join(',')}`,
      `background-size:${layers.map(({ width, height }) => `${width} ${height}`).join(',')}`,
      `background-clip:${layers.map(({ rounded }) => (rounded === true ? 'content-box' : 'border-box')).join(',')}`,
    ].join(';'),
  }
}

const depth = { outline: 0, underline: 1, hit: 2, tint: 3 } as const

/** CSS paints the first layer on top: lines over hits over tints, inner tints over outer ones. */
function byDepth({ span: a }: ActivePart, { span: b }: ActivePart): number {
  return depth[a.channel] - depth[b.channel] || b.lane - a.lane
}

function layersOf(part: ActivePart, direction: Direction): Layer[] {
  switch (part.span.channel) {
    case 'underline':
      return [underline(part, direction)]
    case 'outline':
      return outline(part, direction)
    case 'tint':
      return tint(part, direction)
    case 'hit':
      return [
        {
          image: solid(part.span.focused ? 'var(--find-current)' : 'var(--find)'),
          ...wholeWidth,
          y: 'var(--tint-top)',
          height: 'var(--tint-height)',
        },
      ]
  }
}

const wholeWidth = { x: '0', width: '100%' } as const

function underline({ span }: ActivePart, direction: Direction): Layer {
  const colour = inkOf(span)
  return {
    image: dashed(
      colour,
      span.isOthers ? dots : (dashes[span.dash % dashes.length] ?? []),
      direction,
    ),
    ...wholeWidth,
    y: underlineTop(laneOf(span)),
    height: '2px',
  }
}

function outline(part: ActivePart, direction: Direction): Layer[] {
  const { span } = part
  const lane = laneOf(span)
  const across = dashed(inkOf(span), span.isOthers ? dots : [], direction)
  const top = `calc(var(--baseline) - (${outlineRise(lane)}))`
  const edge = {
    image: span.isOthers ? dottedDown(inkOf(span)) : across,
    y: top,
    width: 'var(--mark-line)',
    height: `calc(${outlineRise(lane)} + ${outlineDrop(lane)}px + var(--mark-line))`,
  }
  return [
    { image: across, ...wholeWidth, y: top, height: 'var(--mark-line)' },
    { image: across, ...wholeWidth, y: below(outlineDrop(lane)), height: 'var(--mark-line)' },
    ...trueSides(part, direction).map(x => ({ ...edge, x })),
  ]
}

/** Inner quotes are drawn as a lower band on the outer one, with their own ends: a step deeper, and a shape. */
function tint(part: ActivePart, direction: Direction): Layer[] {
  const { span, starts, ends } = part
  const lane = laneOf(span)
  const y = `calc(var(--tint-top) + ${3 * lane}px)`
  const height = `calc(var(--tint-height) - ${6 * lane}px)`
  const image = span.isOthers ? hatched(inkOf(span)) : solid(tintOf(span))
  const edges = lane === 0 ? [] : sidesOf(starts, ends, direction)
  return [
    ...brackets(part, direction),
    ...edges.map(x => ({ image: solid(inkOf(span)), x, y, width: '1px', height })),
    { image, ...wholeWidth, y, height, rounded: lane === 0 },
  ]
}

/** A thin bracket at each side where the quote goes on elsewhere: `[` before what continues, `]` where it stops. */
function brackets({ span, starts, ends }: ActivePart, direction: Direction): Layer[] {
  const lane = laneOf(span)
  const image = solid(inkOf(span))
  const top = `calc(var(--tint-top) + ${3 * lane}px)`
  const bottom = `calc(var(--tint-top) + var(--tint-height) - ${3 * lane}px - var(--mark-line))`
  const hook = { image, width: '4px', height: 'var(--mark-line)' }
  const height = `calc(var(--tint-height) - ${6 * lane}px)`
  return sidesOf(starts && span.continuesBefore, ends && span.continuesAfter, direction).flatMap(
    x => [
      { image, x, y: top, width: 'var(--mark-line)', height },
      { ...hook, x, y: top },
      { ...hook, x, y: bottom },
    ],
  )
}

/** `0` for the left side, `100%` for the right: where a piece that starts, ends or both has its edges. */
function sidesOf(starts: boolean, ends: boolean, direction: Direction): string[] {
  const [first, last] = direction === 'ltr' ? ['0', '100%'] : ['100%', '0']
  return [...(starts ? [first] : []), ...(ends ? [last] : [])]
}

function classesOf(active: readonly ActivePart[], direction: Direction): string[] {
  const classes = new Set(['mark'])
  for (const part of active) {
    const { channel, type, focused, lane } = part.span
    classes.add(`mark-${channel}`)
    if (type !== '') classes.add(`type-${type}`)
    if (focused) classes.add(channel === 'hit' ? 'is-current' : 'is-focused')
    if (channel === 'tint' && lane === 0)
      for (const side of trueSides(part, direction))
        classes.add(side === '0' ? 'round-left' : 'round-right')
    if (channel === 'outline')
      for (const side of trueSides(part, direction))
        classes.add(side === '0' ? 'edge-left' : 'edge-right')
  }
  return [...classes]
}

/** The sides where the annotation itself begins or ends here, not only one of its spans. */
function trueSides({ span, starts, ends }: ActivePart, direction: Direction): string[] {
  return sidesOf(starts && !span.continuesBefore, ends && !span.continuesAfter, direction)
}

function laneOf({ lane }: { readonly lane: number }): number {
  return Math.min(lane, deepestLane)
}

/** The type's colour at full strength in focus, else as strong as the view has marks at the moment. */
function inkOf({ type, focused }: { readonly type: string; readonly focused: boolean }): string {
  return focused ? typeColour(type) : mixed(type, '--mark-strength')
}

function tintOf({ type, focused }: { readonly type: string; readonly focused: boolean }): string {
  return mixed(type, focused ? '--focus-tint-strength' : '--tint-strength')
}

function typeColour(type: string): string {
  return `var(--type-${type},var(--muted))`
}

/**
 * The type's colour as strong as the stylesheet says on this very mark. Said on the column and inherited,
 * the strength would restyle every element of the text whenever the focus comes or goes.
 */
export function mixed(type: string, strength: string): string {
  return `color-mix(in srgb,${typeColour(type)} var(${strength}),transparent)`
}

function solid(colour: string): string {
  return `linear-gradient(${colour} 0 0)`
}

/** Thin lines aslant that leave the letters alone: another annotator's tint. */
function hatched(colour: string): string {
  return `repeating-linear-gradient(135deg,color-mix(in srgb,${colour} var(--hatch-strength),transparent) 0 1px,transparent 1px 5px)`
}

function dottedDown(colour: string): string {
  return `repeating-linear-gradient(to bottom,${colour} 0 2px,transparent 2px 5px)`
}

function dashed(colour: string, lengths: readonly number[], direction: Direction): string {
  if (lengths.length === 0) return solid(colour)
  let at = 0
  const stops = lengths.map((length, index) => {
    const from = at
    at += length
    return `${index % 2 === 0 ? colour : 'transparent'} ${from}px ${at}px`
  })
  return `repeating-linear-gradient(to ${direction === 'ltr' ? 'right' : 'left'},${stops.join(',')})`
}
