import { classOfLook, writeLooks } from './look-sheet'
import { mixed } from './mark-colours'
import type { Span } from '../../shared/text/span'
import { assignLanes } from '../../shared/annotation/lanes'
import type { LinePlaces } from './line-places'
import type { PaintedSpan } from './painted-spans'
import type { SectionLayer } from './section-groups'
import { createSectionGroups } from './section-groups'
import type { SectionExtent } from './text-positions'

/** One annotation's stripe beside a section. */
export type Stripe = Span & {
  readonly id: string
  readonly type: string
  readonly isOthers: boolean
  readonly focused: boolean
  /** 0 is next to the text. */
  readonly lane: number
}

/** Stripes beyond this stand on the last lane: the margin is as wide as this many. */
const mostLanes = 8

/** A stripe for each annotation that touches `section`, cut to the section; lanes are its own count over all types. */
export function stripesOf(section: Span, spans: readonly PaintedSpan[]): Stripe[] {
  const hulls = new Map<string, Omit<Stripe, 'lane'>>()
  for (const { id, type, isOthers, focused, start, end, channel } of spans) {
    if (channel === 'hit') continue
    const known = hulls.get(id)
    hulls.set(id, {
      id,
      type,
      isOthers,
      focused,
      start: Math.min(start, known?.start ?? start),
      end: Math.max(end, known?.end ?? end),
    })
  }
  return [...assignLanes([...hulls.values()])]
    .filter(([hull]) => hull.start < section.end && hull.end > section.start)
    .map(([hull, lane]) => ({
      ...hull,
      lane: Math.min(lane, mostLanes - 1),
      start: Math.max(hull.start, section.start),
      end: Math.min(hull.end, section.end),
    }))
}

type StripeLook = { readonly path: string; readonly style: string; readonly focused: boolean }

type DrawnStripe = { readonly element: SVGPathElement; look: StripeLook }

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
      const looks = stripesOf(section, spans).map(
        stripe => [stripe.id, lookOf(stripe, section, places)] as const,
      )
      return () => {
        drawStripes(groups.at(section.index, top), looks)
      }
    },
  }
}

function drawStripes(group: Group, looks: readonly (readonly [string, StripeLook])[]): void {
  const gone = new Set(group.stripes.keys())
  for (const [id, look] of looks) {
    gone.delete(id)
    let drawn = group.stripes.get(id)
    if (drawn === undefined) {
      drawn = { element: document.createElementNS(svgNamespace, 'path'), look: notYet }
      group.stripes.set(id, drawn)
    }
    drawStripe(drawn, look)
    if (drawn.element.parentNode === null) group.svg.append(drawn.element)
  }
  writeLooks()
  for (const id of gone) {
    group.stripes.get(id)?.element.remove()
    group.stripes.delete(id)
  }
}

const svgNamespace = 'http://www.w3.org/2000/svg'
const notYet: StripeLook = { path: '', style: '', focused: false }

function drawStripe(drawn: DrawnStripe, next: StripeLook): void {
  const { element, look } = drawn
  if (look.path !== next.path) element.setAttribute('d', next.path)
  if (look.style !== next.style || look.focused !== next.focused) {
    const classed = classOfLook(next.style, true)
    const state = next.focused ? ' is-focused' : ''
    element.setAttribute('class', `article-stripe${state} ${classed ?? ''}`)
    if (classed === undefined) element.setAttribute('style', next.style)
    else element.removeAttribute('style')
  }
  drawn.look = next
}

function lookOf(stripe: Stripe, section: SectionExtent, places: LinePlaces): StripeLook {
  const { top } = places.placeOf(section.index, stripe.start)
  const { bottom } = places.placeOf(section.index, stripe.end - 1)
  const { focused } = stripe
  const colour = mixed(stripe.type, focused ? '--full-strength' : '--mark-strength')
  // The drawing ends where the text begins; what is in focus is wider, away from the text.
  const middle = -(10 + 4 * stripe.lane + (focused ? 1.5 : 1))
  return {
    path: `M${middle} ${top}V${bottom}`,
    style: `stroke:${colour};${stripe.isOthers ? 'stroke-dasharray:2px 3px;' : ''}`,
    focused,
  }
}

function drawingIn(parent: HTMLElement): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg')
  parent.append(svg)
  return svg
}
