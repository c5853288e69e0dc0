/** The last part of a type’s name, which is what INCEpTION shows. */
function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1)
}

/** Names for the layers of other tools: without their packages, but for two layers that would then be one. */
export function layerNames(types: Iterable<string>): (type: string) => string {
  const counts = new Map<string, number>()
  for (const type of new Set(types)) {
    const name = shortName(type).toLowerCase()
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return type => ((counts.get(shortName(type).toLowerCase()) ?? 0) > 1 ? type : shortName(type))
}
