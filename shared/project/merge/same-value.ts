/** True for two JSON values that say the same, whatever the order of their keys; an absent key is one that is `undefined`. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, index) => isSameValue(value, b[index]))
    )
  const first = definedEntries(a)
  const second = new Map(definedEntries(b))
  return (
    first.length === second.size &&
    first.every(([key, value]) => second.has(key) && isSameValue(value, second.get(key)))
  )
}

function definedEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, child]) => child !== undefined)
}
