import type { Metadata, MetadataField, MetadataValue } from '../../shared/article/article'

/** One value that was found for a field; several may be found for one field. */
export type FoundValue = { readonly field: MetadataField; readonly value: MetadataValue }

/** The first value found for each field, in the order given: the most trusted place comes first. */
export function firstOfEach(found: readonly FoundValue[]): Metadata {
  const metadata: Record<string, MetadataValue> = {}
  for (const { field, value } of found)
    if (value.value.trim() !== '' && metadata[field] === undefined) metadata[field] = value
  return metadata
}
