import { nestsTooDeep } from '../article/blocks'

const strangeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Why JSON that was read from a file must not be used, or `undefined`: it nests deeper than anything we
 * write, or has keys that mean something to the language itself. `text` is what it was parsed from; without
 * those words and without escapes in it, looking through every key is not needed.
 */
export function faultOfJson(text: string, parsed: unknown): string | undefined {
  if (nestsTooDeep(parsed)) return 'it nests deeper than anything Assay writes'
  if (!/__proto__|constructor|prototype|\\u00/.test(text)) return undefined
  const key = strangeKeyIn(parsed)
  return key === undefined ? undefined : `it holds the key “${key}”, which no project has`
}

/** Found without recursion; call only with what does not nest too deep. */
function strangeKeyIn(value: unknown): string | undefined {
  const waiting: unknown[] = [value]
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (typeof item !== 'object' || item === null) continue
    for (const [key, child] of Object.entries(item)) {
      if (!Array.isArray(item) && strangeKeys.has(key)) return key
      if (typeof child === 'object' && child !== null) waiting.push(child)
    }
  }
  return undefined
}
