/** `record` without its optional keys `keys`; the rest, also what nobody knows, stays. */
export function without<Value extends object>(
  record: Value,
  ...keys: readonly (keyof Value & string)[]
): Value {
  const left = new Set<string>(keys)
  return Object.fromEntries(Object.entries(record).filter(([key]) => !left.has(key))) as Value
}
