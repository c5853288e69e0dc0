import type { Metadata } from '../../shared/article/article'
import { metadataFields } from '../../shared/article/article'
import { copiesField, copyOfField } from '../../shared/article/copies'
import type { Codebook } from '../../shared/codebook/codebook'
import { fieldsOf } from '../../shared/codebook/codebook'

/** Keys of the details that an article has beside those Assay knows and the project's own fields: from a dataset, or of a field that was deleted. */
export function unknownDetails(metadata: Metadata, codebook: Codebook | undefined): string[] {
  const known = new Set<string>([
    ...metadataFields,
    copyOfField,
    copiesField,
    ...fieldsOf(codebook).map(({ key }) => key),
  ])
  return Object.keys(metadata).filter(key => !known.has(key))
}
