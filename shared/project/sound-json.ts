import { nestsTooDeep } from '../article/blocks'

/** Setting it changes what an object is. Words such as `constructor` are keys like any other: a codebook may have them. */
const strangeKey = '__proto__'

/**
 * Why JSON that was read from a file must not be used, or `undefined`: it nests deeper than anything we
 * write, or has a key that means something to the language itself. `text` is what it was parsed from; without
 * that word and without escapes in it, looking through every key is not needed.
 */
export function faultOfJson(text: string, parsed: unknown): string | undefined {
  if (nestsTooDeep(parsed)) return 'it nests deeper than anything Assay writes'
  if (!/__proto__|\\u00/.test(text)) return undefined
  return hasStrangeKey(parsed)
    ? `it holds the key “${strangeKey}”, which no project has`
    : undefined
}

/** Found without recursion; call only with what does not nest too deep. */
function hasStrangeKey(value: unknown): boolean {
  const waiting: unknown[] = [value]
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (typeof item !== 'object' || item === null) continue
    for (const [key, child] of Object.entries(item)) {
      if (key === strangeKey) return true
      if (typeof child === 'object' && child !== null) waiting.push(child)
    }
  }
  return false
}
