import type { Span } from '../../shared/text/span'
import { assignLanes } from './lanes'
import type { LinePlaces } from './line-places'
import type { PaintedSpan } from './segments'
import type { SectionExtent } from './text-positions'

/** One annotation's stripe beside a section. */
export type Stripe = Span & {
  readonly id: string
  readonly type: string
  readonly focused: boolean
  /** 0 is next to the text. */
  readonly lane: number
}

/** Stripes beyond this stand on the last lane: the margin is as wide as this many. */
const mostLanes = 8

/** A stripe for each annotation that touches `section`, cut to the section; lanes are its own count over all types. */
export function stripesOf(section: Span, spans: readonly PaintedSpan[]): Stripe[] {
  const hulls = new Map<string, Omit<Stripe, 'lane'>>()
  for (const { id, type, focused, start, end, channel } of spans) {
    if (channel === 'hit') continue
    const known = hulls.get(id)
    hulls.set(id, {
      id,
      type,
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

export type Gutter = {
  /** Draw the stripes of a section anew. Measures only lines it has not measured. */
  readonly draw: (section: SectionExtent, top: number, spans: readonly PaintedSpan[]) => void
  readonly erase: (section: number) => void
  /** A section stands elsewhere now. */
  readonly move: (section: number, top: number) => void
}

/** The stripes at the left of the column, in one element a section, so that moving a section moves them all. */
export function createGutter(parent: HTMLElement, places: LinePlaces): Gutter {
  const groups = new Map<number, HTMLElement>()
  return {
    draw: (section, top, spans) => {
      const drawn = stripesOf(section, spans).map(stripe => stripeElement(stripe, section, places))
      let group = groups.get(section.index)
      if (group === undefined) {
        group = parent.ownerDocument.createElement('div')
        group.className = 'article-gutter-section'
        groups.set(section.index, group)
        parent.append(group)
      }
      group.style.transform = `translateY(${top}px)`
      group.replaceChildren(...drawn)
    },
    erase: section => {
      groups.get(section)?.remove()
      groups.delete(section)
    },
    move: (section, top) => {
      const group = groups.get(section)
      if (group !== undefined) group.style.transform = `translateY(${top}px)`
    },
  }
}

function stripeElement(stripe: Stripe, section: SectionExtent, places: LinePlaces): HTMLElement {
  const { top } = places.placeOf(section.index, stripe.start)
  const { bottom } = places.placeOf(section.index, stripe.end - 1)
  const element = document.createElement('div')
  element.className = stripe.focused ? 'article-stripe is-focused' : 'article-stripe'
  element.dataset['type'] = stripe.type
  const colour = `var(--${stripe.focused ? 'type' : 'mark'}-${stripe.type},var(--muted))`
  element.style.cssText = `top:${top}px;height:${bottom - top}px;--lane:${stripe.lane};background:${colour}`
  return element
}
