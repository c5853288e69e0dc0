/** Counts the items of numbered lists, so that a list that goes on after a paragraph goes on with its number. */
export type ListCounts = {
  /** The number of the next item of `list` at `depth`, where a new count begins with `start`. */
  readonly next: (list: string, depth: number, start: number) => number
  /** The number of the last item; 1 when there was none. */
  readonly current: (list: string, depth: number) => number
  /** Go on after `number`. */
  readonly set: (list: string, depth: number, number: number) => void
}

export function createListCounts(): ListCounts {
  const counts = new Map<string, number[]>()
  /** A new number ends the counts of the levels inside it. */
  const set = (list: string, depth: number, number: number): void => {
    const levels = counts.get(list)?.slice(0, depth) ?? []
    levels[depth] = number
    counts.set(list, levels)
  }
  return {
    next: (list, depth, start) => {
      const before = counts.get(list)?.[depth]
      const number = before === undefined ? start : before + 1
      set(list, depth, number)
      return number
    },
    current: (list, depth) => counts.get(list)?.[depth] ?? 1,
    set,
  }
}
