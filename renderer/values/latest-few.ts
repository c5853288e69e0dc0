/** A map that keeps only what was put into it last: bounded in number and in weight. */
export type LatestFew<Key, Value> = {
  /** Also makes it the latest. */
  readonly put: (key: Key, value: Value) => void
  /** Gives it and takes it out. */
  readonly take: (key: Key) => Value | undefined
  readonly get: (key: Key) => Value | undefined
  readonly drop: (key: Key) => void
  readonly clear: () => void
}

/**
 * At most `most` values that weigh at most `heaviest` together; the oldest go first, but the latest stays
 * however heavy it is. `onDrop` is told of each that goes, not of one that is taken.
 */
export function latestFew<Key, Value>(given: {
  readonly most: number
  readonly heaviest: number
  readonly weightOf: (value: Value) => number
  readonly onDrop?: (value: Value) => void
}): LatestFew<Key, Value> {
  const kept = new Map<Key, Value>()
  const drop = (key: Key): void => {
    const value = kept.get(key)
    if (value === undefined) return
    kept.delete(key)
    given.onDrop?.(value)
  }
  const isTooMuch = (): boolean => {
    const weight = [...kept.values()].reduce((sum, value) => sum + given.weightOf(value), 0)
    return kept.size > 1 && (kept.size > given.most || weight > given.heaviest)
  }
  return {
    put: (key, value) => {
      drop(key)
      kept.set(key, value)
      while (isTooMuch()) {
        const oldest = kept.keys().next()
        if (oldest.done === false) drop(oldest.value)
      }
    },
    take: key => {
      const value = kept.get(key)
      kept.delete(key)
      return value
    },
    get: key => kept.get(key),
    drop,
    clear: () => {
      for (const key of [...kept.keys()]) drop(key)
    },
  }
}
