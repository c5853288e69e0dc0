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
import type { ArticleDocument } from '../article/blocks'
import type { Codebook } from '../codebook/codebook'
import type { ReadFormat } from './read-format'

export const offsetUnits = ['codepoint', 'utf16'] as const
/** What an offset counts: Unicode code points (Python, most tools) or UTF-16 code units (JavaScript, Java). */
export type OffsetUnit = (typeof offsetUnits)[number]

export const splits = ['train', 'dev', 'test'] as const
/** Part of a dataset for machine learning. */
export type Split = (typeof splits)[number]

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
  /** Its blocks and inline marks, for reports; `text` is their plain text. */
  readonly document: ArticleDocument
  /** Part of a split export that the article belongs to. */
  readonly split?: Split | undefined
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
  /** False to write no article text; the words of annotations stay. */
  readonly includesText: boolean
  /** True to write tables as spreadsheets want them, with cells guarded against formulas: that changes data. */
  readonly forSpreadsheets: boolean
  /** The parts of a split export; empty when it is not split. */
  readonly splits: readonly Split[]
  /** True for an annotation that is part of this export: a relation to any other end is a loss. */
  readonly isExported: (article: string, annotation: string) => boolean
}

/** Something a format could not carry: for the manifest, item by item. */
export type Loss = {
  /** One that the format declares in `losses`, or one of those that every format shares. */
  readonly kind: string
  readonly article: string
  readonly annotation?: string
  readonly relation?: string
  /** True when the relation, else the annotation, else the article itself is nowhere in the files: the counts are then without it. */
  readonly isLeftOut?: boolean
  /** A sentence that says what was left out, with its words, so that nothing disappears unseen. */
  readonly message: string
}

/** A sentence about `count` losses of one kind, such as “2 interrupted quotes became two spans each”. */
export type LossSentence = (count: number) => string

/** What is appended to a file of the export: UTF-8 text or bytes. */
export type ExportPiece = {
  /** Path of the file in the export’s folder, `/` between its parts; see `fileNameFrom` for names out of a user’s words. */
  readonly file: string
  /** Zip archive (a path as above) that holds the file as a member, in the order in which members begin. */
  readonly archive?: string
  /** True when nothing more follows for this file: it is closed at once, which formats with files for each article need. */
  readonly isLast?: boolean
} & (
  | {
      readonly text: string
      readonly bytes?: undefined
      /** True when `text` is a whole HTML page and the file is to hold it as PDF: only in an `isPrinted` format. */
      readonly isPage?: boolean
    }
  | { readonly bytes: Uint8Array; readonly text?: undefined; readonly isPage?: undefined }
)

/**
 * One export on its way: one article at a time, so that writing streams and memory does not grow with
 * the project. What it keeps between articles (ids that count up, a group of rows) is its own.
 */
export type ExportWriter = {
  readonly begin: () => readonly ExportPiece[]
  readonly article: (article: ExportArticle) => {
    readonly pieces: readonly ExportPiece[]
    readonly losses: readonly Loss[]
  }
  /** `annotators` are those whose work was written: only they are named. */
  readonly end: (annotators: ReadonlySet<AnnotatorId>) => readonly ExportPiece[]
}

/** An export format, and when it can be read back its reader: pure, no clock, the same project gives the same bytes. */
export type ExportFormat = {
  /** Name on the command line. */
  readonly name: string
  readonly label: string
  readonly description: string
  /** Offsets the target counts when nothing else is asked for; `undefined` when it has none. */
  readonly offsetUnit: OffsetUnit | undefined
  /** True when the other offset unit may be asked for; a format whose readers count one way only refuses. */
  readonly hasOffsetChoice: boolean
  /** What ends a line or a record of the files; line breaks inside an article's text are always LF. */
  readonly newline: 'LF' | 'CRLF'
  /** True when the files make sense without the articles' text: `includesText` may then be false. */
  readonly canOmitText: boolean
  /** True when `forSpreadsheets` changes the files. */
  readonly hasSpreadsheetOption: boolean
  /** `folders`: a whole export in a folder for each split; `own`: the format itself places `ExportArticle.split`. */
  readonly splits: 'folders' | 'own'
  /** True when it has pages to print: it then needs the program’s window and is refused where there is none. */
  readonly isPrinted?: boolean
  /** Kinds of losses beyond the shared ones, with the sentence for the summary. */
  readonly losses: Readonly<Record<string, LossSentence>>
  readonly start: (context: ExportContext) => ExportWriter
  /** Reads an export of this format back, also one that another tool wrote; absent when it cannot be read. */
  readonly read?: ReadFormat
}
