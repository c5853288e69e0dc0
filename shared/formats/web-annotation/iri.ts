/** The IRI of something that has a UUID. */
export function iriOf(uuid: string): string {
  return `urn:uuid:${uuid}`
}

/** The UUID in an IRI of ours; any other IRI as it is. */
export function nameOfIri(iri: string): string {
  return /^urn:uuid:/i.test(iri) ? iri.slice('urn:uuid:'.length) : iri
}

/**
 * An IRI for a collection, which has no id in the project: made of its `seed` alone, so that the same export has
 * the same one. A UUID of version 8, whose bits are our own (RFC 9562 §5.8).
 */
export function iriFromSeed(seed: string): string {
  const hex = [0, 1, 2, 3].map(lane => hashOf(seed, lane).toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return iriOf(
    [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-'),
  )
}

/** FNV-1a over the code units, begun differently for each lane. */
function hashOf(text: string, lane: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(lane + 1, 0x9e3779b9)
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}
