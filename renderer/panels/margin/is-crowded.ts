/** How many cards may stand on beyond the last line, below one another. */
const beyondLast = 8
/** What part of the room full cards may need to become full again. */
const roomAgain = 0.6

/**
 * True when full cards, each `height` pixels high with its gap, would stand far from their `lines` (in pixels, in
 * the order of the text): then each is to be one line high. Once they are, there must be clearly more room
 * before they are full again: where a text is now more crowded and now less, all of them would change to
 * and fro while somebody scrolls.
 */
export function isCrowded(lines: readonly number[], height: number, wasCrowded: boolean): boolean {
  const room = (lines.at(-1) ?? 0) - (lines[0] ?? 0) + beyondLast * height
  return lines.length * height > room * (wasCrowded ? roomAgain : 1)
}
