import type { Annotation, AnnotatorId, Relation } from '../annotation/annotation'
import type { ArticleStatus } from '../annotation/annotation-set'
import type { Article, ArticleEdits } from '../article/article'

/** What the window reads when an article is opened. */
export type ArticleReading = {
  readonly article: Article
  readonly edits?: ArticleEdits | undefined
  readonly sets: readonly {
    readonly annotator: AnnotatorId
    readonly status: ArticleStatus
    readonly annotations: readonly Annotation[]
    readonly relations: readonly Relation[]
    /** Annotations whose words could not be found in the text: listed with their words, never dropped. */
    readonly lost: readonly Annotation[]
  }[]
}
