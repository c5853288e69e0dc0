import type { Annotation } from '../../annotation/annotation'
import { compareText } from '../../annotation/annotation'
import { hullOf } from '../../text/span'
import type { Span } from '../../text/span'

/** Labels of one layer: `undefined` is outside of every annotation. */
export type Labelled<Given extends Annotation> = {
  /** For each token. */
  readonly labels: readonly ('B' | 'I' | undefined)[]
  readonly taken: readonly Given[]
  /** With tokens of an annotation that was taken before. */
  readonly overlapping: readonly Given[]
  /** Without any token. */
  readonly blank: readonly Given[]
}

/**
 * One flat layer out of annotations that nest and cross: the longest first, and of those as long the first,
 * each with all its spans; one that meets a token of another is left out. Every span begins with `B`, also
 * right behind another (IOB2).
 */
export function labelTokens<Given extends Annotation>(
  tokens: readonly Span[],
  annotations: readonly Given[],
): Labelled<Given> {
  const labels: ('B' | 'I' | undefined)[] = tokens.map(() => undefined)
  const taken: Given[] = []
  const overlapping: Given[] = []
  const blank: Given[] = []
  for (const annotation of annotations.toSorted(byLength)) {
    const places = annotation.spans
      .map(span => tokensIn(tokens, span))
      .filter(({ from, to }) => from < to)
    const isFree = places.every(({ from, to }) =>
      labels.slice(from, to).every(label => label === undefined),
    )
    if (places.length === 0) blank.push(annotation)
    else if (!isFree) overlapping.push(annotation)
    else {
      taken.push(annotation)
      for (const { from, to } of places) labels.fill('I', from, to).fill('B', from, from + 1)
    }
  }
  return { labels, taken, overlapping, blank }
}

function byLength(a: Annotation, b: Annotation): number {
  const lengthOf = ({ spans }: Annotation): number =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0)
  return (
    lengthOf(b) - lengthOf(a) ||
    hullOf(a.spans).start - hullOf(b.spans).start ||
    compareText(a.id, b.id)
  )
}

/** Indices of the tokens that begin in `span`, the end exclusive. */
function tokensIn(tokens: readonly Span[], span: Span): { from: number; to: number } {
  return { from: firstAt(tokens, span.start), to: firstAt(tokens, span.end) }
}

/** Index of the first token that begins at `offset` or later. */
function firstAt(tokens: readonly Span[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}
