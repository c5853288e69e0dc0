import type { Annotation } from '../../shared/annotation/annotation'
import type { Attribute, Codebook } from '../../shared/codebook/codebook'
import { typeOf } from '../../shared/codebook/codebook'

/** An attribute that its type requires and an annotation has not set. */
export type MissingValue = { readonly annotation: Annotation; readonly attribute: Attribute }

/** What `annotations` lack of what the codebook requires, in their order. */
export function missingValues(
  annotations: readonly Annotation[],
  codebook: Codebook,
): MissingValue[] {
  return annotations.flatMap(annotation =>
    (typeOf(codebook, annotation.type)?.attributes ?? [])
      .filter(({ key, required }) => required === true && annotation.attributes[key] === undefined)
      .map(attribute => ({ annotation, attribute })),
  )
}
