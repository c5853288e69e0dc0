/** Slots of a signature; the error of the estimated likeness is about 1/√128, nine points of a hundred. */
const slots = 128
/** Slots that must agree for two texts to be compared at all. */
const bandSlots = 4
/** Words in a row that are compared as one; wire copy that was shortened still shares most of them. */
const shingleWords = 4
const empty = 0xffffffff

/** What is kept of a text to find copies of it: equal texts have equal signatures. */
export type TextSignature = Uint32Array

/**
 * The signature of a text by one-permutation MinHash over runs of four words, in small letters. Empty
 * slots borrow from the next full one. Source: Shrivastava and Li, “Densifying One Permutation Hashing
 * via Rotation” (2014).
 */
export function signatureOf(text: string): TextSignature {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const hashes = words.map(hashOf)
  const signature = new Uint32Array(slots).fill(empty)
  const last = Math.max(0, hashes.length - shingleWords)
  for (let start = 0; start <= last && hashes.length > 0; start += 1) {
    let hash = 0x811c9dc5
    for (const word of hashes.slice(start, start + shingleWords)) hash = mixed(hash ^ word)
    const slot = hash % slots
    const value = Math.floor(hash / slots)
    if (value < (signature[slot] ?? empty)) signature[slot] = value
  }
  return densified(signature)
}

/** Estimated share of runs of words that two texts have in common, from 0 to 1. */
export function likeness(one: TextSignature, other: TextSignature): number {
  let same = 0
  for (let slot = 0; slot < slots; slot += 1)
    if (one[slot] === other[slot] && one[slot] !== empty) same += 1
  return same / slots
}

/**
 * Groups of texts that are copies of each other, directly or through others: for each text the index of
 * the first of its group. Texts are alike from `threshold` on (0 to 1). Only pairs that agree somewhere
 * are compared, so a hundred thousand different texts take seconds.
 */
export function copyGroups(
  signatures: readonly TextSignature[],
  threshold = 0.6,
): readonly number[] {
  const parent = signatures.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root] ?? root
    parent[index] = root
    return root
  }
  for (let band = 0; band < slots; band += bandSlots) {
    const buckets = new Map<string, number>()
    signatures.forEach((signature, index) => {
      const key = signature.subarray(band, band + bandSlots).join(' ')
      const first = buckets.get(key)
      if (first === undefined) {
        buckets.set(key, index)
        return
      }
      const other = signatures[first]
      if (other === undefined || likeness(signature, other) < threshold) return
      const [low, high] = [rootOf(first), rootOf(index)].sort((a, b) => a - b) as [number, number]
      parent[high] = low
    })
  }
  return parent.map((_, index) => rootOf(index))
}

/** Fill empty slots from the next full one; a text without words stays empty and is like nothing. */
function densified(signature: TextSignature): TextSignature {
  const firstFull = signature.findIndex(value => value !== empty)
  if (firstFull === -1) return signature
  const dense = new Uint32Array(signature)
  let next = (signature[firstFull] ?? 0) + 1
  for (let slot = slots - 1; slot >= 0; slot -= 1) {
    const own = signature[slot] ?? empty
    if (own === empty) dense[slot] = next >>> 0
    else next = own
  }
  return dense
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index += 1)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash3, which spreads every bit. */
function mixed(value: number): number {
  let hash = value >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
