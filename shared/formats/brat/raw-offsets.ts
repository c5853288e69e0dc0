/**
 * For files that count what reading takes away, a byte order mark in front and the carriage return before a
 * line feed, as brat's server does: turns a code point of the file into one of the text. `undefined` when
 * the file has neither, so that both count the same.
 */
export function rawOffsets(bytes: Uint8Array): ((codePoint: number) => number) | undefined {
  const taken: number[] = []
  let codePoint = -1
  for (const [index, byte] of bytes.entries()) {
    // Every byte but a continuation begins a character of UTF-8.
    if ((byte & 0xc0) !== 0x80) codePoint += 1
    const isMark = index === 0 && byte === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    if (isMark || (byte === 13 && bytes[index + 1] === 10)) taken.push(codePoint)
  }
  if (taken.length === 0) return undefined
  return given => given - countBelow(taken, given)
}

/** How many of the ascending `values` are smaller than `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? Infinity) < limit) low = middle + 1
    else high = middle
  }
  return low
}
