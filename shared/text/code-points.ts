/**
 * Offsets of one text in both units. `toCodePoint` and `toUtf16` are inverse to each other on every
 * boundary between characters; an offset inside a surrogate pair or beyond the text throws RangeError.
 */
export type OffsetTable = {
  /** Length of the text in Unicode code points. */
  readonly codePoints: number
  readonly toCodePoint: (utf16: number) => number
  readonly toUtf16: (codePoint: number) => number
}

/**
 * Build the table for `text`. Memory is one number for each character outside the Basic Multilingual
 * Plane (an emoji, say), so that plain prose costs nothing; a look-up is a binary search over those.
 */
export function offsetTable(text: string): OffsetTable {
  const pairs: number[] = []
  for (let index = 0; index < text.length - 1; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0xd800 || unit > 0xdbff) continue
    const next = text.charCodeAt(index + 1)
    if (next >= 0xdc00 && next <= 0xdfff) {
      pairs.push(index)
      index += 1
    }
  }
  const codePoints = text.length - pairs.length
  return {
    codePoints,
    toCodePoint: utf16 => {
      if (!Number.isInteger(utf16) || utf16 < 0 || utf16 > text.length)
        throw new RangeError(
          `Offset ${utf16} is outside a text of ${text.length} UTF-16 code units`,
        )
      const before = countBelow(pairs, utf16)
      if (before > 0 && pairs[before - 1] === utf16 - 1)
        throw new RangeError(`Offset ${utf16} is inside a surrogate pair`)
      return utf16 - before
    },
    toUtf16: codePoint => {
      if (!Number.isInteger(codePoint) || codePoint < 0 || codePoint > codePoints)
        throw new RangeError(`Offset ${codePoint} is outside a text of ${codePoints} code points`)
      return codePoint + pairsBeforeCodePoint(pairs, codePoint)
    },
  }
}

/** How many values of the ascending list `values` are smaller than `limit`. */
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

/** The k-th pair (from 0) starts at code point `pairs[k] - k`, which ascends strictly. */
function pairsBeforeCodePoint(pairs: readonly number[], codePoint: number): number {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pairs[middle] ?? Infinity) - middle < codePoint) low = middle + 1
    else high = middle
  }
  return low
}
