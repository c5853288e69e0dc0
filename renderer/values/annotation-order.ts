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
  const sorted = before.sorted.filter(annotation => !left.has(annotation))
  for (const annotation of come) sorted.splice(placeIn(sorted, annotation), 0, annotation)
  return { of: map, sorted }
}

/** Index of the first of `sorted` that does not stand before `annotation`. */
function placeIn(sorted: readonly Annotation[], annotation: Annotation): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other !== undefined && compareAnnotations(other, annotation) < 0) low = middle + 1
    else high = middle
  }
  return low
}
