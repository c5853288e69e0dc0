const multiplier = 0xc6a4a7935bd1e995n
const shift = 47n
const mask = 0xffffffffffffffffn

/**
 * MurmurHash64A of `bytes`, as an unsigned number of 64 bits. Source: Austin Appleby's MurmurHash2, public
 * domain, the variant for 64-bit machines with little-endian words.
 */
export function murmurHash64(bytes: Uint8Array, seed: bigint): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - (bytes.length % 8)
  let hash = seed ^ ((BigInt(bytes.length) * multiplier) & mask)
  for (let at = 0; at < whole; at += 8) {
    let word = (view.getBigUint64(at, true) * multiplier) & mask
    word = ((word ^ (word >> shift)) * multiplier) & mask
    hash = ((hash ^ word) * multiplier) & mask
  }
  if (whole < bytes.length) {
    let tail = 0n
    for (let at = bytes.length - 1; at >= whole; at -= 1)
      tail = (tail << 8n) | BigInt(view.getUint8(at))
    hash = ((hash ^ tail) * multiplier) & mask
  }
  hash = ((hash ^ (hash >> shift)) * multiplier) & mask
  return hash ^ (hash >> shift)
}
