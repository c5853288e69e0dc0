import type { Annotation } from '../../shared/annotation/annotation'
import { compareAnnotations } from '../../shared/annotation/annotation'
import type { BucketMap } from '../../shared/annotation/bucket-map'
import { differencesOf, valuesOf } from '../../shared/annotation/bucket-map'

/** Annotations by their place in the text, and the map they are of. */
export type AnnotationOrder = {
  readonly of: BucketMap<Annotation>
  readonly sorted: readonly Annotation[]
}

/** Several orders, and the annotations of all of them by their place in the text. */
export type JoinedOrder = {
  readonly of: readonly AnnotationOrder[]
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
  const sorted =
    before && placedAfter(before.sorted, before.of === map ? [] : [differencesOf(before.of, map)])
  return { of: map, sorted: sorted ?? [...valuesOf(map)].sort(compareAnnotations) }
}

/** All `orders` as one. `before` is how they were earlier: after a few edits only what they touched is put in its place. */
export function joinedAfter(
  before: JoinedOrder | undefined,
  orders: readonly AnnotationOrder[],
): JoinedOrder {
  const sorted =
    before?.of.length === orders.length
      ? placedAfter(before.sorted, differencesIn(before.of, orders))
      : undefined
  return { of: orders, sorted: sorted ?? orders.map(order => order.sorted).reduce(mergedOrder, []) }
}

/** What came and went, each change of a value as both. */
type Differences = { readonly gone: readonly Annotation[]; readonly come: readonly Annotation[] }

function differencesIn(
  before: readonly AnnotationOrder[],
  after: readonly AnnotationOrder[],
): Differences[] {
  return after.flatMap(({ of }, at) => {
    const old = before[at]?.of
    return old === undefined || old === of ? [] : [differencesOf(old, of)]
  })
}

/** `sorted` with all differences, or `undefined` for more than can be put in their places one by one. */
function placedAfter(
  sorted: readonly Annotation[],
  differences: readonly Differences[],
): readonly Annotation[] | undefined {
  const gone = differences.flatMap(one => one.gone)
  const come = differences.flatMap(one => one.come)
  if (gone.length + come.length > mostChanges) return undefined
  const all = [...sorted]
  for (const annotation of gone) {
    const at = all.indexOf(annotation, placeIn(all, annotation))
    if (at === -1) throw new RangeError('An order has every annotation that was in it')
    all.splice(at, 1)
  }
  for (const annotation of come) all.splice(placeIn(all, annotation), 0, annotation)
  return all
}

/** Two lists in order as one. Either may have ten thousand, and mostly one is short: only its places are looked for. */
function mergedOrder(a: readonly Annotation[], b: readonly Annotation[]): readonly Annotation[] {
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
export function placeIn(sorted: readonly Annotation[], annotation: Annotation, from = 0): number {
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
