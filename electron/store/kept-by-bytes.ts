/** Files kept: those of the articles someone goes back and forth between. */
const mostKept = 4

/** What was made of the bytes of some files. */
export type KeptByBytes<Value> = {
  /** What was made of `path` when it held these very bytes; `undefined` when it has to be made. */
  readonly of: (path: string, bytes: Buffer) => Value | undefined
  readonly keep: (path: string, bytes: Buffer, value: Value) => void
}

/**
 * Remembers the files used last. Checking 10,000 annotations takes far longer than comparing their
 * bytes, and bytes that were checked once are checked: neither times nor sizes of files are trusted.
 */
export function keptByBytes<Value>(): KeptByBytes<Value> {
  const kept = new Map<string, { readonly bytes: Buffer; readonly value: Value }>()
  const keep = (path: string, bytes: Buffer, value: Value): void => {
    kept.delete(path)
    kept.set(path, { bytes, value })
    const oldest = kept.keys().next()
    if (kept.size > mostKept && oldest.done === false) kept.delete(oldest.value)
  }
  return {
    of: (path, bytes) => {
      const known = kept.get(path)
      if (known?.bytes.equals(bytes) !== true) return undefined
      keep(path, known.bytes, known.value)
      return known.value
    },
    keep,
  }
}
