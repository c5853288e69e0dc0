const bucketCount = 256

/**
 * An immutable map with string keys whose `set` and `delete` copy one of 256 small buckets, so that one
 * edit among 50,000 annotations costs microseconds and the earlier state stays whole for undo.
 */
export type BucketMap<Value> = {
  readonly size: number
  readonly buckets: readonly (ReadonlyMap<string, Value> | undefined)[]
}

export function emptyBucketMap<Value>(): BucketMap<Value> {
  return { size: 0, buckets: new Array<undefined>(bucketCount).fill(undefined) }
}

/** Build a map at once; a key given twice keeps its last value. */
export function bucketMapOf<Value>(entries: Iterable<readonly [string, Value]>): BucketMap<Value> {
  const buckets = new Array<Map<string, Value> | undefined>(bucketCount).fill(undefined)
  let size = 0
  for (const [key, value] of entries) {
    const at = bucketOf(key)
    const bucket = (buckets[at] ??= new Map())
    if (!bucket.has(key)) size += 1
    bucket.set(key, value)
  }
  return { size, buckets }
}

export function getFrom<Value>(map: BucketMap<Value>, key: string): Value | undefined {
  return map.buckets[bucketOf(key)]?.get(key)
}

/** The map with `key` set to `value`, or without `key` when `value` is `undefined`. */
export function withEntry<Value>(
  map: BucketMap<Value>,
  key: string,
  value: Value | undefined,
): BucketMap<Value> {
  const at = bucketOf(key)
  const bucket = new Map(map.buckets[at])
  const had = bucket.has(key)
  if (value === undefined) {
    if (!had) return map
    bucket.delete(key)
  } else bucket.set(key, value)
  return {
    size: map.size + (value === undefined ? -1 : had ? 0 : 1),
    buckets: map.buckets.with(at, bucket),
  }
}

/** All values, in no particular order. */
export function* valuesOf<Value>(map: BucketMap<Value>): Generator<Value> {
  for (const bucket of map.buckets) if (bucket !== undefined) yield* bucket.values()
}

/** FNV-1a over the last 12 characters: the random end of a UUIDv7, whose start is the time. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = Math.max(0, key.length - 12); index < key.length; index += 1) {
    hash ^= key.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (bucketCount - 1)
}

/**
 * The values that `before` has and `after` has not, and the other way round; a changed one is in both.
 * Cheap where one was made from the other: buckets that both share are not looked into.
 */
export function differencesOf<Value>(
  before: BucketMap<Value>,
  after: BucketMap<Value>,
): { readonly gone: Value[]; readonly come: Value[] } {
  const gone: Value[] = []
  const come: Value[] = []
  for (let at = 0; at < bucketCount; at += 1) {
    const old = before.buckets[at]
    const now = after.buckets[at]
    if (old === now) continue
    for (const [key, value] of old ?? []) if (now?.get(key) !== value) gone.push(value)
    for (const [key, value] of now ?? []) if (old?.get(key) !== value) come.push(value)
  }
  return { gone, come }
}
