/** Where the cards of a margin stand. */
export type CardPlaces = {
  /** The place of a card is in the page; returns what to do when it goes. */
  readonly add: (id: string, element: HTMLElement) => () => void
  /** Cards stand at these tops now, in CSS pixels by annotation id. */
  readonly move: (tops: ReadonlyMap<string, number>) => void
}

/** What stands already is remembered: reading it from the page would cost more than moving the few that differ. */
export function createCardPlaces(): CardPlaces {
  const places = new Map<string, { readonly element: HTMLElement; top: number | undefined }>()
  let tops: ReadonlyMap<string, number> = new Map()
  const stand = (id: string, top: number): void => {
    const place = places.get(id)
    if (place === undefined || place.top === top) return
    place.top = top
    place.element.style.translate = `0 ${top.toString()}px`
  }
  return {
    add: (id, element) => {
      places.set(id, { element, top: undefined })
      const top = tops.get(id)
      if (top !== undefined) stand(id, top)
      return () => {
        if (places.get(id)?.element === element) places.delete(id)
      }
    },
    move: next => {
      tops = next
      for (const [id, top] of next) stand(id, top)
    },
  }
}
