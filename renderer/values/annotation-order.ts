import type { Annotation } from '../../shared/annotation/annotation'
import { compareAnnotations } from '../../shared/annotation/annotation'
import type { BucketMap } from '../../shared/annotation/bucket-map'
import { differencesOf, valuesOf } from '../../shared/annotation/bucket-map'

/** Annotations by their place in the text, and the map they are of. */
export type AnnotationOrder = {
  readonly of: BucketMap<Annotation>
  readonly sorted: readonly Annotation[]
}

/** More changes than this are sorted anew. */
const mostChanges = 100

/**
 * The annotations of `map` by their place in the text. `before` is an earlier order: after a few edits
 * only what they touched is put in its place, not ten thousand sorted again.
 */
export function orderAfter(
  before: AnnotationOrder | undefined,
  map: BucketMap<Annotation>,
): AnnotationOrder {
  const { gone, come } =
    before === undefined ? { gone: [], come: [] } : differencesOf(before.of, map)
  if (before === undefined || gone.length + come.length > mostChanges)
    return { of: map, sorted: [...valuesOf(map)].sort(compareAnnotations) }
  const left = new Set(gone)
  const sorted =
    gone.length === 0
      ? [...before.sorted]
      : before.sorted.filter(annotation => !left.has(annotation))
  for (const annotation of come) sorted.splice(placeIn(sorted, annotation), 0, annotation)
  return { of: map, sorted }
}

/** Two lists in order as one. Either may have ten thousand, and mostly one is short: only its places are looked for. */
export function mergedOrder(
  a: readonly Annotation[],
  b: readonly Annotation[],
): readonly Annotation[] {
  const [long, short] = a.length < b.length ? [b, a] : [a, b]
  const all: Annotation[] = []
  let from = 0
  for (const one of short) {
    const to = placeIn(long, one, from)
    for (const before of long.slice(from, to)) all.push(before)
    all.push(one)
    from = to
  }
  return [...all, ...long.slice(from)]
}

/** Index of the first of `sorted`, from `from` on, that does not stand before `annotation`; what is near is found soonest. */
function placeIn(sorted: readonly Annotation[], annotation: Annotation, from = 0): number {
  let low = from
  let high = from + 1
  while (isBefore(sorted[high - 1], annotation)) {
    low = high
    high = from + 2 * (high - from)
  }
  high = Math.min(high, sorted.length)
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(sorted[middle], annotation)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(other: Annotation | undefined, annotation: Annotation): boolean {
  return other !== undefined && compareAnnotations(other, annotation) < 0
}
