/** A piece of one line that is one box, in CSS pixels. */
export type Fragment = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Boxes closer than this are one: the browser rounds where text in one style meets text in another. */
const gapPx = 1

/**
 * The boxes of a range of text, which may be several for one line (bold words, both directions of
 * writing), joined to one box for each stretch of a line, from top to bottom and left to right, counted
 * from `origin`. Empty boxes, such as those of an end of line, are left out.
 */
export function lineFragments(
  rects: readonly Fragment[],
  origin: { readonly left: number; readonly top: number },
): Fragment[] {
  const boxes = rects
    .filter(({ left, right }) => right > left)
    .map(({ left, right, top, bottom }) => ({
      left: left - origin.left,
      right: right - origin.left,
      top: top - origin.top,
      bottom: bottom - origin.top,
    }))
    .sort((a, b) => (isSameLine(a, b) ? a.left - b.left : a.top - b.top))
  const fragments: Fragment[] = []
  for (const box of boxes) {
    const last = fragments.at(-1)
    if (last !== undefined && isSameLine(last, box) && box.left - last.right <= gapPx)
      fragments[fragments.length - 1] = {
        left: last.left,
        right: Math.max(last.right, box.right),
        top: Math.min(last.top, box.top),
        bottom: Math.max(last.bottom, box.bottom),
      }
    else fragments.push(box)
  }
  return fragments
}

/** Boxes of one line overlap in height by more than half of the lower one. */
function isSameLine(a: Fragment, b: Fragment): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return shared * 2 > Math.min(a.bottom - a.top, b.bottom - b.top)
}
