import type { ArticleEdits, Metadata } from './article'

/**
 * Articles that are copies of another carry its id under `copyOf`, and that one lists them under `copies`:
 * so five reprints are known to be one source, in lists and in every export that has metadata. A copy of
 * a copy points at the first.
 */
export const copyOfField = 'copyOf'
export const copiesField = 'copies'

/** Id of the article that this one is a copy of. */
export function copyOf(metadata: Metadata): string | undefined {
  return metadata[copyOfField]?.value
}

/** Ids of the articles that are copies of this one. */
export function copiesOf(metadata: Metadata): string[] {
  return metadata[copiesField]?.value.split(' ').filter(id => id !== '') ?? []
}

/** The edits of a copy, which names the article it is a copy of; `found` says how that was found, when nobody decided it. */
export function asCopyOf(
  edits: ArticleEdits | undefined,
  original: string,
  found?: string,
): ArticleEdits {
  return withField(edits, copyOfField, original, found)
}

/** The edits of an article that lists one more copy. */
export function withCopy(edits: ArticleEdits | undefined, copy: string): ArticleEdits {
  const known = copiesOf(edits?.metadata ?? {})
  return withField(edits, copiesField, [...new Set([...known, copy])].join(' '))
}

/** The edits of an article that is no copy any more; `undefined` when nothing is left of them. */
export function asNoCopy(edits: ArticleEdits | undefined): ArticleEdits | undefined {
  return withoutField(edits, copyOfField)
}

/** The edits of an article that lists one copy less; `undefined` when nothing is left of them. */
export function withoutCopy(
  edits: ArticleEdits | undefined,
  copy: string,
): ArticleEdits | undefined {
  const rest = copiesOf(edits?.metadata ?? {}).filter(id => id !== copy)
  return rest.length === 0
    ? withoutField(edits, copiesField)
    : withField(edits, copiesField, rest.join(' '))
}

function withField(
  edits: ArticleEdits | undefined,
  field: string,
  value: string,
  found?: string,
): ArticleEdits {
  const entry =
    found === undefined
      ? { value, from: 'person' as const }
      : { value, from: 'text' as const, found }
  return { ...edits, metadata: { ...edits?.metadata, [field]: entry } }
}

function withoutField(edits: ArticleEdits | undefined, field: string): ArticleEdits | undefined {
  if (edits === undefined) return undefined
  const { metadata = {}, ...rest } = edits
  const kept = Object.fromEntries(Object.entries(metadata).filter(([key]) => key !== field))
  const after = Object.keys(kept).length === 0 ? rest : { ...rest, metadata: kept }
  return Object.keys(after).length === 0 ? undefined : after
}
