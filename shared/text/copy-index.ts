import type { TextSignature } from './near-copies'
import { likeness } from './near-copies'

/** Slots that must agree for two texts to be compared at all. */
const bandSlots = 4

/** Texts by their signatures, asked for those a new text is a copy of. */
export type CopyIndex<Key> = {
  readonly add: (key: Key, signature: TextSignature) => void
  /** The text most like it, from the threshold on; the one added first when several are. */
  readonly nearest: (
    signature: TextSignature,
  ) => { readonly key: Key; readonly likeness: number } | undefined
}

/**
 * Texts alike from `threshold` on (0 to 1), found without comparing with every text: those that agree in
 * a band of four slots are. A pair that is 60 % alike is missed once in a hundred, one that is 80 % alike never.
 */
export function copyIndex<Key>(threshold = 0.6): CopyIndex<Key> {
  const entries: { readonly key: Key; readonly signature: TextSignature }[] = []
  const bands = new Map<number, Map<number, number[]>>()
  return {
    add: (key, signature) => {
      const at = entries.length
      entries.push({ key, signature })
      eachBand(signature, (band, hash) => {
        let buckets = bands.get(band)
        if (buckets === undefined) bands.set(band, (buckets = new Map<number, number[]>()))
        const bucket = buckets.get(hash)
        if (bucket === undefined) buckets.set(hash, [at])
        else bucket.push(at)
      })
    },
    nearest: signature => {
      const asked = new Set<number>()
      eachBand(signature, (band, hash) => {
        for (const at of bands.get(band)?.get(hash) ?? []) asked.add(at)
      })
      let best: { key: Key; likeness: number } | undefined
      for (const at of [...asked].sort((a, b) => a - b)) {
        const entry = entries[at]
        if (entry === undefined) continue
        const alike = likeness(entry.signature, signature)
        if (alike >= threshold && alike > (best?.likeness ?? 0))
          best = { key: entry.key, likeness: alike }
      }
      return best
    },
  }
}

function eachBand(signature: TextSignature, visit: (band: number, hash: number) => void): void {
  for (let band = 0; band < signature.length; band += bandSlots) {
    let hash = 0x811c9dc5
    for (const value of signature.subarray(band, band + bandSlots))
      hash = Math.imul(hash ^ value ^ (value >>> 15), 0x01000193)
    visit(band, hash >>> 0)
  }
}
