/** Counts the items of numbered lists, so that a list that goes on after a paragraph goes on with its number. */
export type ListCounts = {
  /** The number of the next item of `list` at `depth`, where a new count begins with `start`. */
  readonly next: (list: string, depth: number, start: number) => number
  /** Begin `list` anew. */
  readonly restart: (list: string) => void
}

export function createListCounts(): ListCounts {
  const counts = new Map<string, number[]>()
  return {
    next: (list, depth, start) => {
      const levels = counts.get(list)?.slice(0, depth + 1) ?? []
      const before = levels[depth]
      const number = before === undefined ? start : before + 1
      levels[depth] = number
      counts.set(list, levels)
      return number
    },
    restart: list => {
      counts.delete(list)
    },
  }
}
