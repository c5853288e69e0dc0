/** How many rows a key moves in a list of `count`; `undefined` for a key that does not move. */
export function stepOfKey(key: string, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -count,
    End: count,
  }
  return steps[key]
}
