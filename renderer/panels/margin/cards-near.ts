import type { ShownAnnotation } from './cards-in-view'

/** A card and the line its words begin on, in CSS pixels below the top of the text. */
export type PlacedCard = ShownAnnotation & { readonly line: number }

/**
 * The cards whose lines are between `from` and `to`. `cards` are in the order of the text, so lines only
 * go down: a search by halves asks `topOf` a few times instead of once a card. Cards that are not laid
 * out are left out.
 */
export function cardsNear(
  cards: readonly ShownAnnotation[],
  topOf: (offset: number) => number | undefined,
  from: number,
  to: number,
): PlacedCard[] {
  const lineOf = (card: ShownAnnotation): number | undefined => topOf(card.start)
  const near: PlacedCard[] = []
  for (let at = firstAtOrBelow(cards, lineOf, from); at < cards.length; at += 1) {
    const card = cards[at]
    const line = card === undefined ? undefined : lineOf(card)
    if (card === undefined || line === undefined || line < from) continue
    if (line > to) break
    near.push({ ...card, line })
  }
  return near
}

/** Index of the first card whose line is not above `from`; where a line is not known, the search stays before it. */
function firstAtOrBelow(
  cards: readonly ShownAnnotation[],
  lineOf: (card: ShownAnnotation) => number | undefined,
  from: number,
): number {
  let low = 0
  let high = cards.length
  while (low < high) {
    const middle = (low + high) >> 1
    const card = cards[middle]
    const line = card === undefined ? undefined : lineOf(card)
    if (line !== undefined && line < from) low = middle + 1
    else high = middle
  }
  return low
}
