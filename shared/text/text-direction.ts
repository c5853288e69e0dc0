/** The direction text is read in. */
export type Direction = 'ltr' | 'rtl'

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}]/u

/** True when `text` has any letter that is read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text)
}

/**
 * The direction of the first letter of `text`; `otherwise` when it has none. A digit counts as a
 * letter read from left to right, because numbers are, also inside right-to-left words.
 */
export function directionOf(text: string, otherwise: Direction = 'ltr'): Direction {
  const first = /[\p{L}\p{Nd}]/u.exec(text)?.[0]
  if (first === undefined) return otherwise
  return rightToLeft.test(first) && !/\p{Nd}/u.test(first) ? 'rtl' : 'ltr'
}

/**
 * The side a piece of text begins on: that of its own letters when they all run one way, else that of
 * the block, whose order its parts then follow.
 */
export function directionOfPiece(text: string, block: Direction): Direction {
  const first = directionOf(text, block)
  for (const letter of text) if (directionOf(letter, first) !== first) return block
  return first
}
