import type { Annotation, AttributeValue, Source, SourceId } from '../annotation/annotation'
import { typeOf } from '../codebook/codebook'
import type { Codebook } from '../codebook/codebook'
import type { ExportArticle } from './format'

/** What a source is called in a protected export; `id` stands in the files instead of the project's. */
export type Pseudonym = { readonly id: SourceId; readonly name: string }

/** Sources by their own id, and the pseudonym of each. */
export type Pseudonyms = ReadonlyMap<SourceId, Pseudonym>

/**
 * A pseudonym for each source. `digestOf` gives at least ten hexadecimal digits for an id, always the
 * same, so that two exports of a project agree.
 */
export function pseudonymsOf(
  sources: Iterable<Source>,
  digestOf: (id: SourceId) => string,
): Pseudonyms {
  return new Map(
    [...sources].map(({ id }): [SourceId, Pseudonym] => {
      const digits = digestOf(id).slice(0, 10)
      return [id, { id: `source-${digits}` as SourceId, name: `Source ${digits}` }]
    }),
  )
}

/** The sources as a protected export names them: no name, no aliases, no id from elsewhere. */
export function hiddenSources(
  sources: Iterable<Source>,
  pseudonyms: Pseudonyms,
): ReadonlyMap<SourceId, Source> {
  const hidden = new Map<SourceId, Source>()
  for (const { externalId: _left, ...source } of sources) {
    const pseudonym = pseudonyms.get(source.id)
    if (pseudonym !== undefined) hidden.set(pseudonym.id, { ...source, ...pseudonym, aliases: [] })
  }
  return hidden
}

/**
 * The article with pseudonyms wherever an attribute names a source, by its id or in the very words of its
 * name. Names inside the text, in the words of annotations and in notes stay: only leaving these out
 * hides them.
 */
export function withPseudonyms(
  article: ExportArticle,
  codebook: Codebook,
  { pseudonyms, names }: { readonly pseudonyms: Pseudonyms; readonly names: SourceNames },
): ExportArticle {
  const hide = <Value extends Annotation>(annotation: Value): Value => {
    const kinds = new Map(
      typeOf(codebook, annotation.type)?.attributes.map(({ key, kind }) => [key, kind]),
    )
    const attributes = Object.fromEntries(
      Object.entries(annotation.attributes).map(([key, value]): [string, AttributeValue] => {
        if (typeof value !== 'string') return [key, value]
        const byId = pseudonyms.get(value as SourceId)
        if (byId !== undefined) return [key, byId.id]
        const named = names.get(value.trim().toLowerCase())
        const byName = named === undefined ? undefined : pseudonyms.get(named)
        if (byName === undefined) return [key, value]
        return [key, kinds.get(key) === 'source' ? byName.id : byName.name]
      }),
    )
    return { ...annotation, attributes }
  }
  return {
    ...article,
    annotations: article.annotations.map(hide),
    ...(article.lost === undefined ? {} : { lost: article.lost.map(hide) }),
  }
}

/** Sources by name and alias in small letters. */
export type SourceNames = ReadonlyMap<string, SourceId>

export function sourceNames(sources: Iterable<Source>): SourceNames {
  return new Map(
    [...sources].flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((word): [string, SourceId] => [word.trim().toLowerCase(), id]),
    ),
  )
}

/** The article without these metadata fields. */
export function withoutMetadata(article: ExportArticle, fields: readonly string[]): ExportArticle {
  const left = new Set(fields)
  return {
    ...article,
    metadata: Object.fromEntries(
      Object.entries(article.metadata).filter(([field]) => !left.has(field)),
    ),
  }
}
