import type { Line } from './list-lines'

/**
 * Gives a key for the element that holds the lines which are drawn: another one when none of its rows stays. To put
 * one element in place of another takes the browser less than to take all rows out and put others in.
 */
export function createElementKey(): (drawn: readonly Line[]) => number {
  let key = 0
  let held: ReadonlySet<string> = new Set()
  return drawn => {
    const ids = drawn.flatMap(line => (line.kind === 'row' ? [line.annotation.id] : []))
    if (!ids.some(id => held.has(id))) key += 1
    held = new Set(ids)
    return key
  }
}
