import type {
  Annotation,
  Annotator,
  AnnotatorId,
  Relation,
  Source,
} from '../../annotation/annotation'
import type { ArticleStatus } from '../../annotation/annotation-set'
import type { Article, ArticleEdits, ArticleId } from '../../article/article'
import type { Codebook } from '../../codebook/codebook'
import type { Change } from '../../project/change'
import type { Owned } from '../format'
import { datasetIds } from './dataset-ids'
import type { DatasetIds, KnownId } from './dataset-ids'
import type { DatasetRelation } from './dataset-line'
import type { ImportItem } from './import-item'

/** What an import needs to know of the project as a whole. */
export type ExistingProject = {
  readonly codebook: Codebook
  readonly sources: Iterable<Source>
  readonly annotators: Iterable<Annotator>
  /** True when there is no article, not even in the bin: then the dataset's codebook is taken as it is. */
  readonly isEmpty: boolean
  /** What earlier imports brought in under ids that are no UUIDs: see `knownIdsOfArticle`. */
  readonly knownIds: Iterable<KnownId>
}

/** What an import needs to know of an article that is in the project already. */
export type ExistingArticle = {
  readonly article: Article
  readonly edits?: ArticleEdits | undefined
  readonly sets: readonly {
    readonly annotator: AnnotatorId
    readonly status: ArticleStatus
    readonly annotations: readonly Annotation[]
    readonly relations: readonly Relation[]
  }[]
}

/** An import on its way through the lines of a dataset. Made by `beginImport`; only this folder writes to it. */
export type ImportPlan = {
  readonly ids: DatasetIds
  /** When the import runs: the time of annotations that have none of their own. */
  readonly at: string
  /** True until the project has its first article. */
  readonly isEmptyProject: boolean
  /** True for a lone file: a name where a source's id belongs then makes a source of that name. */
  namesSources: boolean
  codebook: Codebook
  readonly sources: Map<string, Source>
  readonly annotators: Map<string, Annotator>
  /** Articles of the lines so far; `undefined` where the line was refused. */
  readonly articles: Map<ArticleId, ReadonlySet<string> | undefined>
  /** Ids of relations so far. */
  readonly relationIds: Set<string>
  /** Relations wait for `planRelations`, because their other end may stand on a later line. */
  readonly relations: {
    readonly line: number
    /** As the dataset names it. */
    readonly article: string
    readonly relation: DatasetRelation
  }[]
  /** Relations that the articles had before, by id. */
  readonly existingRelations: Map<string, Owned<Relation>>
}

/** Changes for the project's journal, in the order in which they are to be applied, and what there is to say. */
export type Planned = { readonly changes: readonly Change[]; readonly items: readonly ImportItem[] }

/** Start an import. `newId` gives a fresh UUID each time. */
export function beginImport(
  existing: ExistingProject,
  { newId, at }: { readonly newId: () => string; readonly at: string },
): ImportPlan {
  const sources = [...existing.sources]
  const annotators = [...existing.annotators]
  return {
    ids: datasetIds(newId, [
      ...existing.knownIds,
      ...knownIds('source', sources),
      ...knownIds('annotator', annotators),
    ]),
    at,
    isEmptyProject: existing.isEmpty,
    namesSources: true,
    codebook: existing.codebook,
    sources: new Map(sources.map(source => [source.id, source])),
    annotators: new Map(annotators.map(annotator => [annotator.id, annotator])),
    articles: new Map(),
    relationIds: new Set(),
    relations: [],
    existingRelations: new Map(),
  }
}

/** The ids under which an article and what stands on it came into the project: for `ExistingProject.knownIds`. */
export function knownIdsOfArticle({ article, sets }: ExistingArticle): KnownId[] {
  const within = article.id
  return [
    ...knownIds('article', [article]),
    ...sets.flatMap(({ annotations, relations }) => [
      ...knownIds('annotation', annotations).map(known => ({ ...known, within })),
      ...knownIds('relation', relations).map(known => ({ ...known, within })),
    ]),
  ]
}

function knownIds(
  kind: KnownId['kind'],
  things: readonly { readonly id: string; readonly externalId?: string | undefined }[],
): KnownId[] {
  return things.flatMap(({ id, externalId }) =>
    externalId === undefined ? [] : [{ kind, externalId, id }],
  )
}
