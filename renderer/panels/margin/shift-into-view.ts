/**
 * How far a card must move, in CSS pixels, to stand between `from` and `to`: 0 where it does. Of one that is
 * higher than that the beginning is seen.
 */
export function shiftIntoView(
  { top, height }: { readonly top: number; readonly height: number },
  { from, to }: { readonly from: number; readonly to: number },
): number {
  return Math.max(from, Math.min(top, to - height)) - top
}
