export type ImportProgress = {
  readonly done: number
  /** Absent where nobody knows before the end. */
  readonly total?: number
  readonly name: string
  /** Absent until there is something to judge by. */
  readonly secondsLeft?: number
}

/** Progress is told this often at most, in milliseconds. */
const tellEveryMs = 100
/** Time left is told after this much, in milliseconds: before it any guess is wrong. */
const judgeAfterMs = 2000

/**
 * Counts what is done, of about `total` where that is known, and tells it now and then with the time that the
 * rest takes. A total that turns out to be too small is not told any more.
 */
export function progressTeller(
  total: number | undefined,
  onProgress: ((progress: ImportProgress) => void) | undefined,
): (name: string) => void {
  const begun = performance.now()
  let told = 0
  let done = 0
  return name => {
    done += 1
    const now = performance.now()
    if (now - told < tellEveryMs && done !== total) return
    told = now
    onProgress?.({ done, name, ...expected(total, done, now - begun) })
  }
}

function expected(
  total: number | undefined,
  done: number,
  elapsed: number,
): Pick<ImportProgress, 'total' | 'secondsLeft'> {
  if (total === undefined || total < done) return {}
  if (elapsed < judgeAfterMs) return { total }
  return { total, secondsLeft: Math.ceil(((elapsed / done) * (total - done)) / 1000) }
}
