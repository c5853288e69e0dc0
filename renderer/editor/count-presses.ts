/** Presses within this time and this many CSS pixels of each other belong together. */
const togetherMs = 500
const togetherPx = 5

/** What is read from a mouse event; a `MouseEvent` is one. `timeStamp` is in milliseconds. */
export type Press = Pick<MouseEvent, 'timeStamp' | 'clientX' | 'clientY' | 'detail'>

/**
 * Counts presses at one place that follow each other quickly. Browsers stop counting at three on some
 * systems; they are believed where they say that it was a second or third press.
 */
export function countPresses(): (press: Press) => number {
  let last: { readonly press: Press; readonly count: number } | undefined
  return press => {
    const isNear =
      last !== undefined &&
      press.timeStamp - last.press.timeStamp <= togetherMs &&
      Math.abs(press.clientX - last.press.clientX) <= togetherPx &&
      Math.abs(press.clientY - last.press.clientY) <= togetherPx
    const count = (isNear || press.detail > 1) && last !== undefined ? last.count + 1 : 1
    last = { press, count }
    return count
  }
}
