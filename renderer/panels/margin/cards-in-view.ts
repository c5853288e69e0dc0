import type { Annotation, AnnotatorId } from '../../../shared/annotation/annotation'
import { compareAnnotations } from '../../../shared/annotation/annotation'
import type { AnnotationSet } from '../../../shared/annotation/annotation-set'
import { getFrom } from '../../../shared/annotation/bucket-map'
import { spansTouching } from '../../../shared/annotation/interval-index'
import type { Span } from '../../../shared/text/span'
import { hullOf } from '../../../shared/text/span'

/** An annotation and whose it is. */
export type ShownAnnotation = { readonly annotation: Annotation; readonly annotator: AnnotatorId }

/**
 * The annotations that begin in one of `ranges`, in the order of the text, and the one in focus when it
 * touches a range.
 */
export function cardsInView(
  sets: readonly AnnotationSet[],
  ranges: readonly Span[],
  focused: string | undefined,
): ShownAnnotation[] {
  const found: { readonly start: number; readonly card: ShownAnnotation }[] = []
  for (const { annotator, annotations, index } of sets) {
    const ids = new Set<string>()
    for (const range of ranges) for (const { id } of spansTouching(index, range)) ids.add(id)
    for (const id of ids) {
      const annotation = getFrom(annotations, id)
      if (annotation === undefined) continue
      // Once for each: asked by every comparison, it would cost more than all the rest.
      const { start } = hullOf(annotation.spans)
      if (id === focused || isIn(start, ranges))
        found.push({ start, card: { annotation, annotator } })
    }
  }
  return found
    .sort((a, b) => a.start - b.start || compareAnnotations(a.card.annotation, b.card.annotation))
    .map(({ card }) => card)
}

function isIn(offset: number, ranges: readonly Span[]): boolean {
  return ranges.some(({ start, end }) => offset >= start && offset < end)
}
