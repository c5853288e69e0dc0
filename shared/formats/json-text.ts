/**
 * JSON on one line that every reader takes as one line. JSON allows U+2028, U+2029 and U+0085 as they
 * are, but Python's `str.splitlines` breaks a line there, so they are escaped.
 */
export function jsonLine(value: unknown): string {
  return escapeLineBreaks(JSON.stringify(value))
}

/** The same for a file that people read: two spaces, one line feed at the end. */
export function jsonFile(value: unknown): string {
  return `${escapeLineBreaks(JSON.stringify(value, undefined, 2))}\n`
}

/** `text` of a JSON document with the three line breaks that only Unicode knows escaped. */
export function escapeLineBreaks(text: string): string {
  return text.replace(
    /[\u0085\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A copy whose keys are sorted by code unit at every depth, where their order carries no meaning. */
export function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, withSortedKeys(child)]),
  )
}

/** The value of a JSON text, or `undefined` for what is no JSON. */
export function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
