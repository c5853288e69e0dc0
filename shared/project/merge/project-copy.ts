import type {
  Annotation,
  AnnotationId,
  Annotator,
  AnnotatorId,
  Relation,
  Source,
  SourceId,
} from '../../annotation/annotation'
import type { ArticleStatus } from '../../annotation/annotation-set'
import type { ArticleEdits, ArticleId } from '../../article/article'
import type { Codebook } from '../../codebook/codebook'
import type { CopyHistory } from './copy-history'

/** All annotations of one annotator on one article, as plain records. */
export type CopiedSet = {
  readonly annotator: AnnotatorId
  readonly status: ArticleStatus
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>
  readonly relations: ReadonlyMap<string, Relation>
}

/** What a merge needs of an article. */
export type CopiedArticle = {
  readonly id: ArticleId
  /** As people see it. */
  readonly title: string
  readonly textSha256: string
  readonly edits?: ArticleEdits | undefined
  readonly sets: ReadonlyMap<AnnotatorId, CopiedSet>
}

/** One of two copies of a project that are to be merged: all its records, and the history of them. */
export type ProjectCopy = {
  readonly name: string
  readonly codebook: Codebook
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly annotators: ReadonlyMap<AnnotatorId, Annotator>
  readonly articles: ReadonlyMap<ArticleId, CopiedArticle>
  readonly history: CopyHistory
}
