import type { EditorView } from '@tiptap/pm/view'
import type { TextPositions } from './text-positions'

/** Top and bottom of the line an offset stands in, in CSS pixels below the top of its section. */
export type LinePlace = { readonly top: number; readonly bottom: number }

/**
 * Where lines stand. Places are measured once and kept relative to their section, which moves as a
 * whole; `forget` drops those of a section that was laid out anew.
 */
export type LinePlaces = {
  readonly placeOf: (section: number, offset: number) => LinePlace
  /** A place that is known from elsewhere: measuring it again would cost more than all else of a mark. */
  readonly note: (section: number, offset: number, place: LinePlace) => void
  readonly forget: (section?: number) => void
}

/** `elementOf` gives the element of a section that is laid out; measuring another one would lay it out. */
export function createLinePlaces(
  view: EditorView,
  positions: TextPositions,
  elementOf: (section: number) => Element | undefined,
): LinePlaces {
  const bySection = new Map<number, Map<number, LinePlace>>()
  const placesOf = (section: number): Map<number, LinePlace> => {
    const places = bySection.get(section) ?? new Map<number, LinePlace>()
    bySection.set(section, places)
    return places
  }
  return {
    note: (section, offset, { top, bottom }) => {
      placesOf(section).set(offset, { top, bottom })
    },
    forget: section => {
      if (section === undefined) bySection.clear()
      else bySection.delete(section)
    },
    placeOf: (section, offset) => {
      const places = placesOf(section)
      const known = places.get(offset)
      if (known !== undefined) return known
      const origin = elementOf(section)?.getBoundingClientRect().top ?? 0
      const { top, bottom } = view.coordsAtPos(positions.positionOf(offset), 1)
      const place = { top: top - origin, bottom: bottom - origin }
      places.set(offset, place)
      return place
    },
  }
}
