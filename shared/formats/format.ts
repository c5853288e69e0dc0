import type {
  Annotation,
  Annotator,
  AnnotatorId,
  Relation,
  Source,
  SourceId,
} from '../annotation/annotation'
import type { ArticleStatus } from '../annotation/annotation-set'
import type { ArticleId, Metadata } from '../article/article'
import type { Codebook } from '../codebook/codebook'

export const offsetUnits = ['codepoint', 'utf16'] as const
/** What an offset counts: Unicode code points (Python, most tools) or UTF-16 code units (JavaScript, Java). */
export type OffsetUnit = (typeof offsetUnits)[number]

/** An annotation or relation and whose it is. */
export type Owned<Value> = Value & { readonly annotator: AnnotatorId }

/** Everything an export writes of one article; offsets in UTF-16 as everywhere inside. */
export type ExportArticle = {
  readonly id: ArticleId
  readonly externalId?: string | undefined
  readonly title: string
  readonly text: string
  readonly metadata: Metadata
  /** What people wrote about the whole article; formats without a place for it list it as a loss. */
  readonly note?: string | undefined
  readonly tags?: readonly string[] | undefined
  /** By annotator id. */
  readonly status: Readonly<Record<string, ArticleStatus>>
  /** Ordered by `compareAnnotations`. */
  readonly annotations: readonly Owned<Annotation>[]
  /** Ordered by id; each stands with the article of its `from`. */
  readonly relations: readonly Owned<Relation>[]
  /** Annotations whose words are not in the text any more: never written, always listed. */
  readonly lost?: readonly Owned<Annotation>[] | undefined
}

/** What is the same for every article of an export. */
export type ExportContext = {
  readonly projectName: string
  readonly codebook: Codebook
  /** Those of the project; formats write all of them, so leave out what must not be given away. */
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly annotators: ReadonlyMap<AnnotatorId, Annotator>
  readonly offsetUnit: OffsetUnit
  /** True for an annotation that is part of this export: a relation to any other end is a loss. */
  readonly isExported: (article: string, annotation: string) => boolean
}

/** Something a format could not carry: for the manifest, item by item. */
export type Loss = {
  readonly kind: 'lost-annotation' | 'relation-end' | 'attribute' | 'unknown-keys' | 'article-note'
  readonly article: string
  readonly annotation?: string
  readonly relation?: string
  /** A sentence that says what was left out, with its words, so that nothing disappears unseen. */
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
  /** What ends a line or a record of the files; line breaks inside an article's text are always LF. */
  readonly newline: 'LF' | 'CRLF'
  /** True when the format can be read back by `import-annotations`. */
  readonly importable: boolean
  readonly begin: (context: ExportContext) => readonly ExportPiece[]
  readonly article: (
    article: ExportArticle,
    context: ExportContext,
  ) => { readonly pieces: readonly ExportPiece[]; readonly losses: readonly Loss[] }
  /** `annotators` are those whose work was written: only they are named. */
  readonly end: (
    context: ExportContext,
    annotators: ReadonlySet<AnnotatorId>,
  ) => readonly ExportPiece[]
}
