import { classOfLook, writeLooks } from './look-sheet'
import { mixed } from './mark-colours'
import type { Span } from '../../shared/text/span'
import { assignLanes } from '../../shared/annotation/lanes'
import type { LinePlaces } from './line-places'
import type { PaintedSpan } from './painted-spans'
import type { SectionLayer } from './section-groups'
import { createSectionGroups } from './section-groups'
import type { SectionExtent } from './text-positions'

/** An annotation from its first to its last word. */
export type Hull = Span & Pick<PaintedSpan, 'id' | 'type' | 'isOthers' | 'focused'>

/** One annotation's stripe beside a section, to which it is cut. */
export type Stripe = Span & {
  readonly hull: Hull
  /** 0 is next to the text. */
  readonly lane: number
}

/** Stripes beyond this stand on the last lane: the margin is as wide as this many. */
const mostLanes = 8

/** A stripe for each annotation that touches `section`, cut to the section; lanes are its own count over all types. */
export function stripesOf(section: Span, spans: readonly PaintedSpan[]): Stripe[] {
  const hulls = new Map<string, Hull>()
  for (const span of spans) {
    if (span.channel === 'hit') continue
    const known = hulls.get(span.id)
    hulls.set(span.id, known === undefined ? span : joined(known, span))
  }
  const stripes: Stripe[] = []
  for (const [hull, lane] of assignLanes([...hulls.values()]))
    if (hull.start < section.end && hull.end > section.start)
      stripes.push({
        hull,
        lane: Math.min(lane, mostLanes - 1),
        start: Math.max(hull.start, section.start),
        end: Math.min(hull.end, section.end),
      })
  return stripes
}

function joined(hull: Hull, { start, end }: Span): Hull {
  return { ...hull, start: Math.min(start, hull.start), end: Math.max(end, hull.end) }
}

/** What a stripe is drawn from: from where to where, in CSS pixels of its section. */
type PlacedStripe = Pick<Stripe, 'hull' | 'lane'> & {
  readonly top: number
  readonly bottom: number
}

type DrawnStripe = { readonly element: SVGPathElement; from: PlacedStripe | undefined }

type Group = {
  readonly element: HTMLElement
  readonly svg: SVGSVGElement
  readonly stripes: Map<string, DrawnStripe>
}

/** The stripes at the left of the column: paths, because a box for each would be a layer of the page for each. */
export function createGutter(parent: HTMLElement, places: LinePlaces): SectionLayer {
  const groups = createSectionGroups<Group>(parent, 'article-gutter-section', element => ({
    element,
    svg: drawingIn(element),
    stripes: new Map(),
  }))
  return {
    erase: groups.erase,
    move: groups.move,
    prepare: (section, top, spans) => {
      const placed = stripesOf(section, spans).map(stripe => placeOf(stripe, section, places))
      return () => {
        drawStripes(groups.at(section.index, top), placed)
      }
    },
  }
}

function placeOf(
  { hull, lane, start, end }: Stripe,
  { index }: SectionExtent,
  places: LinePlaces,
): PlacedStripe {
  const { top } = places.placeOf(index, start)
  const { bottom } = places.placeOf(index, end - 1)
  return { hull, lane, top, bottom }
}

const svgNamespace = 'http://www.w3.org/2000/svg'

function drawStripes({ svg, stripes }: Group, placed: readonly PlacedStripe[]): void {
  const kept = new Set<DrawnStripe>()
  for (const stripe of placed) {
    const { id } = stripe.hull
    let drawn = stripes.get(id)
    if (drawn === undefined) {
      drawn = { element: document.createElementNS(svgNamespace, 'path'), from: undefined }
      stripes.set(id, drawn)
    }
    kept.add(drawn)
    if (isDrawn(stripe, drawn.from)) continue
    drawn.from = stripe
    dress(drawn.element, stripe)
    if (drawn.element.parentNode === null) svg.append(drawn.element)
  }
  writeLooks()
  for (const [id, drawn] of stripes) {
    if (kept.has(drawn)) continue
    drawn.element.remove()
    stripes.delete(id)
  }
}

function isDrawn(stripe: PlacedStripe, from: PlacedStripe | undefined): boolean {
  return (
    from !== undefined &&
    looksTheSame(from.hull, stripe.hull) &&
    from.lane === stripe.lane &&
    from.top === stripe.top &&
    from.bottom === stripe.bottom
  )
}

function looksTheSame(a: Hull, b: Hull): boolean {
  if (a === b) return true
  return a.type === b.type && a.isOthers === b.isOthers && a.focused === b.focused
}

function dress(element: SVGPathElement, { hull, lane, top, bottom }: PlacedStripe): void {
  const { type, isOthers, focused } = hull
  const colour = mixed(type, focused ? '--full-strength' : '--mark-strength')
  const style = `stroke:${colour};${isOthers ? 'stroke-dasharray:2px 3px;' : ''}`
  // The drawing ends where the text begins; what is in focus is wider, away from the text.
  const middle = -(10 + 4 * lane + (focused ? 1.5 : 1))
  element.setAttribute('d', `M${middle} ${top}V${bottom}`)
  const look = classOfLook(style, true)
  element.setAttribute('class', `article-stripe${focused ? ' is-focused' : ''} ${look ?? ''}`)
  if (look === undefined) element.setAttribute('style', style)
  else element.removeAttribute('style')
}

function drawingIn(parent: HTMLElement): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg')
  parent.append(svg)
  return svg
}
