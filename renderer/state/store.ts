import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type {
  Annotation,
  AnnotationId,
  AnnotatorId,
  SourceId,
} from '../../shared/annotation/annotation'
import type { AnnotationSet } from '../../shared/annotation/annotation-set'
import type { ArticleId, Metadata } from '../../shared/article/article'
import type { Codebook } from '../../shared/codebook/codebook'
import type { AppInfo } from '../../shared/ipc/app-calls'
import type { ExportReport } from '../../shared/ipc/export-calls'
import type {
  AnnotatedImportReport,
  EncodingsOfArticle,
  WindowImportReport,
  ColumnQuestion,
  ReplacementPreview,
  NamedArticle,
} from '../../shared/ipc/import-calls'
import type { EventPayload } from '../../shared/ipc/contract'
import type { ProjectHandle } from '../../shared/ipc/handles'
import type { MergePreview, MergeReport } from '../../shared/ipc/merge-calls'
import type { OpenedProject } from '../../shared/ipc/project-calls'
import type { Checked, Mended } from '../../shared/project/damage/checked'
import type { Difference } from '../../shared/project/compare/difference'
import type { ArticleHistory } from '../../shared/project/history/article-history'
import type { ProjectState } from '../../shared/project/project-state'
import type { ArticleSummary } from '../../shared/project/summary'
import type { UndoHistory } from '../../shared/project/undo-history'
import { emptyHistory } from '../../shared/project/undo-history'
import { createDrawing } from './drawing'
import type { Pane, PaneId } from './pane'
import { emptyPane } from './pane'
import { createResting } from './resting'

/** What is true of the edits of this window: `saved` only when main has acknowledged every one. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** `reason` fits behind "Not saved: "; `message` says what to do. */
  | { readonly kind: 'failed'; readonly reason: string; readonly message: string }

/** A sentence that stays until it is read and put away. */
export type Notice = {
  readonly id: number
  readonly tone: 'note' | 'problem'
  readonly text: string
  /** A newer notice on the same topic takes its place. */
  readonly topic?: string | undefined
  /** What can be done about it, as buttons. */
  readonly choices?: readonly NoticeChoice[] | undefined
}

/** How a version of a file that another program wrote, named `kept`, differs from ours. */
export type KeptComparison = {
  readonly kept: string
  /** What the file holds, in words. */
  readonly what: string
  readonly differences: readonly Difference[]
  readonly more: number
}

/** What happened to the annotations of an article; `annotation` is the one that was asked for. */
export type ShownHistory = {
  readonly article: ArticleId
  readonly history: ArticleHistory
  readonly annotation?: AnnotationId
}

export type NoticeChoice = { readonly label: string; readonly choose: () => void }

/** What the text itself says of an article, before people's edits. */
export type FoundDetails = { readonly title: string; readonly metadata: Metadata }

/** One end of a relation that is being drawn. */
export type LinkEnd = {
  readonly article: ArticleId
  readonly annotation: AnnotationId
  readonly type: string
  readonly words: string
}

/** Annotations and the codebook they were made by. */
export type LeftArticle = { readonly set: AnnotationSet; readonly codebook: Codebook }

/** Backups of the whole project, or earlier versions of the article on screen and of what all articles share. */
export type BackupView = 'project' | 'versions'

/** The report of an import, the article in it that the keyboard goes back to, and why nothing came of that. */
export type ReportPlace = {
  readonly report: WindowImportReport
  readonly at?: ArticleId
  readonly fault?: string
}

export type Dialog =
  | { readonly kind: 'new-project' }
  | { readonly kind: 'rename-project' }
  | { readonly kind: 'duplicate-project' }
  /** `part` is what it opens at; the first type unless said otherwise. */
  | { readonly kind: 'codebook'; readonly part?: 'fields' }
  /** Of another project than the one on screen, which may be none, when one is named. */
  | { readonly kind: 'backups'; readonly project?: ProjectHandle; readonly shows?: BackupView }
  /** `checked` is what was found just now; without it the project is looked through. */
  | { readonly kind: 'check'; readonly project: ProjectHandle; readonly checked?: Checked }
  | { readonly kind: 'mended'; readonly project: ProjectHandle; readonly mended: Mended }
  | { readonly kind: 'keys' }
  /** `back` is the report that it was asked for in. */
  | {
      readonly kind: 'replacement'
      readonly preview: ReplacementPreview
      readonly back?: ReportPlace | undefined
    }
  /** What could not be placed in the version that took the place of `earlier`. */
  | {
      readonly kind: 'unplaced'
      readonly earlier: ArticleId
      readonly annotations: readonly Annotation[]
    }
  | { readonly kind: 'open-beside' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'export' }
  | { readonly kind: 'import-annotated' }
  | { readonly kind: 'merge-copy' }
  | { readonly kind: 'merge-preview'; readonly preview: MergePreview }
  | { readonly kind: 'merge-report'; readonly report: MergeReport }
  | { readonly kind: 'relation'; readonly from: LinkEnd; readonly to: LinkEnd }
  | {
      readonly kind: 'search'
      /** Looks for other places with the words of an annotation, to tag them like it. */
      readonly mentions?: {
        readonly words: string
        readonly type: string
        /** The annotation’s own place, by `keyOfHit`. */
        readonly except: string
      }
    }
  | { readonly kind: 'annotated-import-report'; readonly report: AnnotatedImportReport }
  | { readonly kind: 'export-report'; readonly report: ExportReport }
  | { readonly kind: 'table-columns'; readonly question: ColumnQuestion }
  | {
      readonly kind: 'encoding'
      readonly article: ArticleId
      readonly encodings: EncodingsOfArticle
    }
  | ({ readonly kind: 'import-report' } & ReportPlace)
  | ({ readonly kind: 'history' } & ShownHistory)
  | { readonly kind: 'compare-versions'; readonly comparison: KeptComparison }

/**
 * Everything the window draws from. `project` changes only through `applyChanges`. The fields of `Pane` are
 * those of the pane in use, the one that commands act on.
 */
export type WorkbenchState = Pane & {
  /** The pane in use. */
  readonly pane: PaneId
  /** The other pane, while two articles are open side by side. */
  readonly beside: Pane | undefined
  /** The panes there are, from left to right. */
  readonly panes: readonly PaneId[]
  /** Absent until main has answered the first question. */
  readonly info: AppInfo | undefined
  readonly opened: OpenedProject | undefined
  readonly project: ProjectState | undefined
  readonly summaries: readonly ArticleSummary[]
  readonly found: ReadonlyMap<ArticleId, FoundDetails>
  readonly history: UndoHistory
  readonly save: SaveState
  /** Key of the type that every selection is tagged with at once. */
  readonly armed: string | undefined
  /** Keys of the types tagged with in this session, the latest first. */
  readonly recentTypes: readonly string[]
  /** This annotator’s annotations of the article left last that has any, as they were then. */
  readonly left: LeftArticle | undefined
  /** Every mark and card is hidden, for reading. */
  readonly hidesMarks: boolean
  /** Keys of types whose marks and cards are hidden. */
  readonly hiddenTypes: ReadonlySet<string>
  /** Other annotators whose annotations are hidden, beside those the preference hides all together. */
  readonly hiddenAnnotators: ReadonlySet<AnnotatorId>
  /** Under the pointer, in the text or on its card. */
  readonly hovered: AnnotationId | undefined
  /** Where a relation that is being drawn begins. */
  readonly linking: LinkEnd | undefined
  readonly dialog: Dialog | undefined
  readonly notices: readonly Notice[]
  /** Named at a start of the program, for the project that is opened next. */
  readonly waitingArticles: readonly NamedArticle[]
  /** A short answer to the last key, in the bottom line; gone with the next. */
  readonly hint: string | undefined
  readonly importing:
    | {
        readonly done: number
        /** Absent for a dataset, which is read as it comes. */
        readonly total?: number
        readonly name: string
        readonly secondsLeft?: number
      }
    | undefined
  readonly exporting: { readonly done: number; readonly total: number } | undefined
  /** How far a check, a comparison with a backup, or a repair is. */
  readonly upkeep: EventPayload<'upkeepProgress'> | undefined
  readonly articlesShow: 'articles' | 'bin'
  /** What the list of articles, or of the bin, is filtered by. */
  readonly articleFilter: string
  readonly marginShows: 'cards' | 'list' | 'sources'
  /** The list of annotations is to take the keyboard once it is there. */
  readonly wantsList: boolean
  /** The source whose details the list of sources shows; absent for the list itself. */
  readonly shownSource: SourceId | undefined
  /** The articles lie over the text: where there is no room for both side by side. */
  readonly articlesLieOver: boolean
}

/** The window before anything is open. */
export const emptyProject = {
  ...emptyPane,
  pane: 'first',
  beside: undefined,
  panes: ['first'],
  opened: undefined,
  project: undefined,
  summaries: [],
  found: new Map<ArticleId, FoundDetails>(),
  history: emptyHistory,
  save: { kind: 'saved' },
  armed: undefined,
  recentTypes: [],
  left: undefined,
  hidesMarks: false,
  hiddenTypes: new Set<string>(),
  hiddenAnnotators: new Set<AnnotatorId>(),
  hovered: undefined,
  linking: undefined,
  hint: undefined,
  importing: undefined,
  exporting: undefined,
  upkeep: undefined,
  shownSource: undefined,
  articlesShow: 'articles',
  articleFilter: '',
} as const satisfies Partial<WorkbenchState>

/** The one store: works outside React, for commands, the text view and tests. */
export const store = createStore<WorkbenchState>()(() => ({
  ...emptyProject,
  info: undefined,
  dialog: undefined,
  notices: [],
  waitingArticles: [],
  marginShows: 'cards',
  wantsList: false,
  articlesLieOver: false,
}))

/** The store for whoever draws from it, and how a change is drawn together with its answer. */
export const { drawn, drawWith, whenDrawn, drawNow } = createDrawing(store)

/** The store as it was when keys and mouse last rested; `pressed` tells of each that is pressed. */
const { rested, pressed } = createResting(drawn)
export { pressed }

/** A slice of the state in a component; draws again only when that slice is another value. */
export function useWorkbench<Slice>(select: (state: WorkbenchState) => Slice): Slice {
  return useStore(drawn, select)
}

/**
 * The same for what stands at the edge of the eye: it follows when keys and mouse rest, so that it neither flickers
 * with each key nor takes time from what the key is for.
 */
export function useRested<Slice>(select: (state: WorkbenchState) => Slice): Slice {
  return useStore(rested, select)
}
