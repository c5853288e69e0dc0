import type { PlacedCard } from './cards-near'

/**
 * The cards that are made: without those that others have pushed further down than `to`, in CSS pixels, as in a
 * dense text; they come when one scrolls there. A card that was among `before` goes only `slackPx` further down:
 * at the lower end it would else go with each annotation that pushes it, and come back when that is removed.
 */
export function keptCards(
  placed: readonly PlacedCard[],
  tops: ReadonlyMap<string, number>,
  {
    to,
    slackPx,
    focused,
    before,
  }: {
    readonly to: number
    readonly slackPx: number
    /** Made wherever it stands. */
    readonly focused: string | undefined
    readonly before: ReadonlySet<string>
  },
): readonly PlacedCard[] {
  return placed.filter(({ annotation: { id } }) => {
    const top = tops.get(id) ?? 0
    return id === focused || top <= to || (before.has(id) && top <= to + slackPx)
  })
}
