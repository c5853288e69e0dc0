import type { ArticleId } from '../../article/article'
import { articleIdSchema } from '../../article/article'
import type { AnnotationId, AnnotatorId, SourceId } from '../../annotation/annotation'

/** What an id of a dataset names. Annotations and relations are named within their article. */
export type IdKinds = {
  readonly article: ArticleId
  readonly annotation: AnnotationId
  readonly relation: string
  readonly source: SourceId
  readonly annotator: AnnotatorId
}
export type IdKind = keyof IdKinds

/** An id from outside that something in the project was imported under. */
export type KnownId = {
  readonly kind: IdKind
  readonly externalId: string
  readonly id: string
  /** The article of an annotation or relation. */
  readonly within?: ArticleId
}

/** The project's id for something, and the dataset's own when that is no UUID. */
export type MappedId<Kind extends IdKind> = {
  readonly id: IdKinds[Kind]
  readonly externalId?: string
}

export type DatasetIds = {
  /** The same name gives the same id every time; a new one is made for a name that nobody knows. */
  readonly idOf: <Kind extends IdKind>(
    kind: Kind,
    name: string,
    within?: ArticleId,
  ) => MappedId<Kind>
}

/**
 * Maps ids of a dataset to ids of the project: a UUID is kept (in small letters, as files are named), any
 * other name is looked up among `known`, so that a second import finds what the first one made.
 */
export function datasetIds(newId: () => string, known: Iterable<KnownId>): DatasetIds {
  const ids = new Map<string, string>()
  for (const { kind, externalId, id, within } of known) ids.set(keyOf(kind, externalId, within), id)
  return {
    idOf: <Kind extends IdKind>(kind: Kind, name: string, within?: ArticleId) => {
      if (isUuid(name)) return { id: name.toLowerCase() as IdKinds[Kind] }
      const key = keyOf(kind, name, within)
      const id = ids.get(key) ?? newId()
      ids.set(key, id)
      return { id: id as IdKinds[Kind], externalId: name }
    },
  }
}

function isUuid(name: string): boolean {
  return articleIdSchema.safeParse(name).success
}

function keyOf(kind: IdKind, name: string, within: ArticleId | undefined): string {
  return JSON.stringify([kind, within ?? '', name])
}
