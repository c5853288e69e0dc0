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
  const found: ShownAnnotation[] = []
  for (const set of sets) {
    const ids = new Set(
      ranges.flatMap(range => spansTouching(set.index, range).map(({ id }) => id)),
    )
    for (const id of ids) {
      const annotation = getFrom(set.annotations, id)
      if (annotation !== undefined && (id === focused || beginsIn(annotation, ranges)))
        found.push({ annotation, annotator: set.annotator })
    }
  }
  return found.sort((a, b) => compareAnnotations(a.annotation, b.annotation))
}

function beginsIn(annotation: Annotation, ranges: readonly Span[]): boolean {
  const { start } = hullOf(annotation.spans)
  return ranges.some(range => start >= range.start && start < range.end)
}
