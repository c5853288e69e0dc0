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

type StripeLook = { readonly style: string; readonly colour: string }

type DrawnStripe = { readonly element: HTMLElement; look: StripeLook }

type Group = {
  readonly element: HTMLElement
  readonly stripes: Map<string, DrawnStripe>
}

/** The stripes at the left of the column. */
export function createGutter(parent: HTMLElement, places: LinePlaces): SectionLayer {
  const groups = createSectionGroups<Group>(parent, 'article-gutter-section', element => ({
    element,
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
      drawn = { element: elementIn(group.element, 'article-stripe'), look: notYet }
      group.stripes.set(id, drawn)
    }
    drawStripe(drawn, look)
  }
  writeLooks()
  for (const id of gone) {
    group.stripes.get(id)?.element.remove()
    group.stripes.delete(id)
  }
}

const notYet: StripeLook = { style: '', colour: '' }

function drawStripe(drawn: DrawnStripe, { style, colour }: StripeLook): void {
  const { element, look } = drawn
  if (look.style === style && look.colour === colour) return
  drawn.look = { style, colour }
  const classed = classOfLook(colour, true)
  element.className = `article-stripe ${classed ?? ''}`
  element.style.cssText = classed === undefined ? style + colour : style
}

function lookOf(stripe: Stripe, section: SectionExtent, places: LinePlaces): StripeLook {
  const { top } = places.placeOf(section.index, stripe.start)
  const { bottom } = places.placeOf(section.index, stripe.end - 1)
  const colour = mixed(stripe.type, stripe.focused ? '--full-strength' : '--mark-strength')
  const width = stripe.focused ? 'width:3px;' : ''
  const right = 10 + 4 * stripe.lane
  return {
    style: `${width}top:${top}px;height:${bottom - top}px;right:${right}px;`,
    colour: stripe.isOthers
      ? `background:repeating-linear-gradient(${colour} 0 2px,transparent 2px 5px)`
      : `background:${colour}`,
  }
}

function elementIn(parent: HTMLElement, className: string): HTMLElement {
  const element = parent.ownerDocument.createElement('div')
  element.className = className
  parent.append(element)
  return element
}
