import type { Annotation, Annotator, AnnotatorId, Relation, Source } from '../annotation/annotation'
import type { ArticleStatus } from '../annotation/annotation-set'
import type { ArticleId, Metadata } from '../article/article'
import type { Codebook } from '../codebook/codebook'

export type OffsetUnit = 'codepoint' | 'utf16'

/** An annotation or relation and whose it is. */
export type Owned<Value> = Value & { readonly annotator: AnnotatorId }

/** Everything an export writes of one article; offsets in UTF-16 as everywhere inside. */
export type ExportArticle = {
  readonly id: ArticleId
  readonly externalId?: string | undefined
  readonly title: string
  readonly text: string
  readonly metadata: Metadata
  readonly status: Readonly<Record<string, ArticleStatus>>
  /** Ordered by `compareAnnotations`. */
  readonly annotations: readonly Owned<Annotation>[]
  /** Ordered by id; each stands with the article of its `from`. */
  readonly relations: readonly Owned<Relation>[]
}

/** What is the same for every article of an export. */
export type ExportContext = {
  readonly projectName: string
  readonly codebook: Codebook
  readonly sources: readonly Source[]
  readonly annotators: readonly Annotator[]
  readonly offsetUnit: OffsetUnit
  /** True for an annotation that is part of this export: a relation to any other end is a loss. */
  readonly isExported: (article: string, annotation: string) => boolean
}

/** Something a format could not carry: for the manifest, item by item. */
export type Loss = {
  readonly kind: string
  readonly article?: string
  readonly annotation?: string
  readonly relation?: string
  readonly message: string
}

/** A piece of a file: appended to the file of that name in the export's folder. */
export type ExportPiece = { readonly file: string; readonly text: string }

/**
 * An export format: pure, one article at a time, so that writing streams and memory does not grow with
 * the project. `begin` and `end` frame the files (a header line, the codebook).
 */
export type ExportFormat = {
  /** Name on the command line. */
  readonly name: string
  readonly label: string
  readonly description: string
  /** Offsets the target counts when nothing else is asked for; `undefined` when it has none. */
  readonly offsetUnit: OffsetUnit | undefined
  /** True when the format can be read back by `import-annotations`. */
  readonly importable: boolean
  readonly begin: (context: ExportContext) => readonly ExportPiece[]
  readonly article: (
    article: ExportArticle,
    context: ExportContext,
  ) => { readonly pieces: readonly ExportPiece[]; readonly losses: readonly Loss[] }
  readonly end: (context: ExportContext) => readonly ExportPiece[]
}
