import type { Annotation, AnnotatorId } from '../../../shared/annotation/annotation'
import { compareAnnotations } from '../../../shared/annotation/annotation'
import type { AnnotationSet } from '../../../shared/annotation/annotation-set'
import { getFrom } from '../../../shared/annotation/bucket-map'
import type { IndexedSpan } from '../../../shared/annotation/interval-index'
import { spansTouching } from '../../../shared/annotation/interval-index'
import type { Span } from '../../../shared/text/span'
import { hullOf } from '../../../shared/text/span'

/** An annotation, whose it is, and the offset at which its words begin. */
export type ShownAnnotation = {
  readonly annotation: Annotation
  readonly annotator: AnnotatorId
  readonly start: number
}

/** An entry is made anew with its annotation, so what was found for it once stays true. */
const shownByEntry = new WeakMap<IndexedSpan, ShownAnnotation>()

/**
 * The annotations that begin in one of `ranges`, in the order of the text, and the one in focus when it
 * touches a range.
 */
export function cardsInView(
  sets: readonly AnnotationSet[],
  ranges: readonly Span[],
  focused: string | undefined,
): ShownAnnotation[] {
  const found = new Map<string, ShownAnnotation>()
  for (const set of sets)
    for (const range of ranges)
      for (const entry of spansTouching(set.index, range)) {
        const shown = shownByEntry.get(entry) ?? shownIn(set, entry)
        if (shown === undefined) continue
        if (entry.id === focused || isIn(shown.start, ranges)) found.set(entry.id, shown)
      }
  return [...found.values()].sort(
    (a, b) => a.start - b.start || compareAnnotations(a.annotation, b.annotation),
  )
}

function shownIn(set: AnnotationSet, entry: IndexedSpan): ShownAnnotation | undefined {
  const annotation = getFrom(set.annotations, entry.id)
  if (annotation === undefined) return undefined
  const { start } = hullOf(annotation.spans)
  const shown = { annotation, annotator: set.annotator, start }
  shownByEntry.set(entry, shown)
  return shown
}

function isIn(offset: number, ranges: readonly Span[]): boolean {
  return ranges.some(({ start, end }) => offset >= start && offset < end)
}
