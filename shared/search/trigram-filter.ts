const bits = 16_384
const words = bits / 32

/**
 * Which runs of three UTF-16 code units a text in small letters has, in 2 KB: says no for sure, and yes
 * wrongly in about one of eight for a run and a text of 5 KB. Longer texts fill it and then say yes.
 */
export type TrigramFilter = Uint32Array

export function trigramFilter(folded: string): TrigramFilter {
  const filter = new Uint32Array(words)
  for (let at = 0; at + 3 <= folded.length; at += 1) {
    const bit = bitOf(folded, at)
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
  return filter
}

/** The bits of all runs in `needle` (in small letters); none for a needle of less than three. */
export function trigramBits(needle: string): readonly number[] {
  const found = new Set<number>()
  for (let at = 0; at + 3 <= needle.length; at += 1) found.add(bitOf(needle, at))
  return [...found]
}

/** False when the text cannot have the needle of these bits. */
export function mayHave(filter: TrigramFilter, needleBits: readonly number[]): boolean {
  return needleBits.every(bit => ((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0)
}

function bitOf(text: string, at: number): number {
  const mixed =
    Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
    Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
    Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 15)) & (bits - 1)
}
