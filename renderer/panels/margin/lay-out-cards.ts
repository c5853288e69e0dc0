/** A card that wants to stand at `top` and is `height` high, both in CSS pixels. */
export type CardWish = { readonly id: string; readonly top: number; readonly height: number }

/**
 * Where cards stand so that none covers another: each at its own line or, where that is taken, pushed
 * down below the one before. The `pinned` card stands exactly at its line: those before it give way
 * upwards. `wishes` are in the order of the text; the answer gives the top of each by id.
 */
export function layOutCards(
  wishes: readonly CardWish[],
  gap: number,
  pinned?: string,
): ReadonlyMap<string, number> {
  const tops = new Map<string, number>()
  const at = wishes.findIndex(({ id }) => id === pinned)
  const first = Math.max(0, at)
  pushDown(wishes.slice(0, first), gap, -Infinity, tops)
  pushDown(wishes.slice(first), gap, at === -1 ? -Infinity : (wishes[at]?.top ?? 0), tops)
  if (at > 0) pushUp(wishes.slice(0, at), gap, wishes[at]?.top ?? 0, tops)
  return tops
}

function pushDown(
  wishes: readonly CardWish[],
  gap: number,
  from: number,
  tops: Map<string, number>,
): void {
  let free = from
  for (const { id, top, height } of wishes) {
    const placed = Math.max(top, free)
    tops.set(id, placed)
    free = placed + height + gap
  }
}

function pushUp(
  wishes: readonly CardWish[],
  gap: number,
  below: number,
  tops: Map<string, number>,
): void {
  let limit = below - gap
  for (const { id, top, height } of wishes.toReversed()) {
    const placed = Math.min(tops.get(id) ?? top, limit - height)
    tops.set(id, placed)
    limit = placed - gap
  }
}
