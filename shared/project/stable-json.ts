/** Keys that stand first in a file, in this order, so that a person sees at once what it is. */
const headKeys = ['format', 'version', 'minReader', 'sha256', 'generation', 'appliedSeq', 'id']

/**
 * JSON for a project file: two spaces, keys sorted (by code unit, head keys first), one line feed at
 * the end. The same value gives the same bytes, whatever order its keys were set in.
 */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), undefined, 2)}\n`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  )
}

function rank(key: string): number {
  const at = headKeys.indexOf(key)
  return at === -1 ? headKeys.length : at
}
