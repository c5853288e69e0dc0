import type { Annotator, Source } from '../../shared/annotation/annotation'
import type { Article, ArticleId } from '../../shared/article/article'
import type { Codebook } from '../../shared/codebook/codebook'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { Result } from '../../shared/outcome/result'
import type { Change, Edit } from '../../shared/project/change'
import type { ArticleHistory } from '../../shared/project/history/article-history'
import type { HistoryWords } from '../../shared/project/history/describe-event'
import type { Mention, NamedAnnotations } from '../../shared/project/mention'
import type { ArticleSummary } from '../../shared/project/summary'
import type { UndoHistory } from '../../shared/project/undo-history'
import type { ArticleToWrite } from './article-files'
import type { CodebookRecords } from './codebook-records'
import type { OutsideChanges } from './outside-changes'

/** An open project: what it holds, and every way to change it. `openProject` gives one. */
export type ProjectStore = {
  readonly folder: string
  readonly id: string
  readonly name: () => string
  readonly annotator: Annotator
  /** Why nothing can be changed, when nothing can. */
  readonly readOnly: string | undefined
  /** Sentences about what was found and mended so far. */
  readonly notices: () => readonly string[]
  /** The notices up to now were read: what is found from now on is told as news. */
  readonly beginNews: () => void
  readonly codebook: () => Codebook
  readonly sources: () => Source[]
  readonly annotators: () => Annotator[]
  /** What a file of the project holds, in words that stand behind “the file with”. */
  readonly inWords: (file: string) => string
  /** What the keys and ids in changes mean. */
  readonly words: () => HistoryWords
  readonly summaries: () => ArticleSummary[]
  readonly readArticle: (id: string) => Result<ArticleReading>
  /**
   * What is equal at two times when an article is the same but for the edits that the window made itself:
   * a window that has kept what it read, and its edits, need not read it again.
   */
  readonly stampOf: (id: string) => string
  /** Files that records wait to go into. */
  readonly unsettledFiles: () => readonly string[]
  readonly history: () => UndoHistory
  /** Who did what to the annotations, of one article or of all; rejects when a journal cannot be read. */
  readonly changeHistory: (article?: ArticleId) => Promise<ArticleHistory>
  /** Every annotation of the project in short, without those of articles in the bin. */
  readonly mentions: () => Promise<readonly Mention[]>
  /** The annotations that name a source, whole, also those of articles in the bin. */
  readonly annotationsOfSource: (source: string) => Promise<NamedAnnotations>
  /** How parts of the codebook are used, and what changes with them. */
  readonly codebookRecords: CodebookRecords
  /**
   * Resolves when the edit is durable; an edit that was sent before (same id) is not written again. The
   * window knows its own edits; those made `by` the program itself make what it keeps out of date.
   */
  readonly appendEdit: (
    edit: Edit,
    by?: 'window' | 'program',
  ) => Promise<Result<{ readonly seq: number }>>
  /** Write a new article and put it into the project, with what comes along, in one undoable edit. */
  readonly addArticle: (
    article: ArticleToWrite,
    along?: readonly Change[],
  ) => Promise<Result<{ readonly seq: number }>>
  /** Write many new articles at once; `recordImport` then says that they came in. */
  readonly writeArticles: (articles: readonly ArticleToWrite[]) => Promise<Result<object>>
  /** Put articles that were written into the record of edits, with what comes along, as steps of undo of at most some thousand articles. */
  readonly recordImport: (
    articles: readonly ImportedHead[],
    along?: readonly Change[],
  ) => Promise<Result<object>>
  /** Write down who annotates here, under this name; done at opening and when the name changes. */
  readonly introduce: (name: string) => Promise<Result<{ readonly seq: number }>>
  /** Write the snapshots of one article's files, or of everything. */
  readonly settle: (article?: string) => Promise<void>
  /** What would change if a version that another program wrote, and that is kept, were used instead of ours. */
  readonly changesTo: OutsideChanges['changesTo']
  /** Use it: one step of undo. Gives how many changes that were. */
  readonly useKept: (kept: string) => Promise<Result<{ readonly changes: number }>>
  /** What would change if these bytes of another version of a file were used instead of ours; and using them. */
  readonly changesToBytes: OutsideChanges['changesToBytes']
  readonly useBytes: (file: string, bytes: Buffer) => Promise<Result<{ readonly changes: number }>>
  readonly close: () => Promise<void>
}

/** What the record of an import says of an article. */
export type ImportedHead = Pick<Article, 'id' | 'title'> & { readonly importedAt: string }

/** Makes an edit durable: see `ProjectStore.appendEdit`. */
export type AppendEdit = ProjectStore['appendEdit']
