import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { AnnotationId, SourceId } from '../../shared/annotation/annotation'
import type { ArticleId, Metadata } from '../../shared/article/article'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type {
  AnnotatedImportReport,
  AppInfo,
  ExportReport,
  FarRelations,
  ImportReport,
  OpenedProject,
} from '../../shared/ipc/contract'
import type { ProjectState } from '../../shared/project/project-state'
import type { ArticleSummary } from '../../shared/project/summary'
import type { UndoHistory } from '../../shared/project/undo-history'
import { emptyHistory } from '../../shared/project/undo-history'
import type { Span } from '../../shared/text/span'
import type { TextSelection } from '../editor/article-view-contract'

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
}

/** What the text itself says of an article, before people's edits. */
export type FoundDetails = { readonly title: string; readonly metadata: Metadata }

/** What is looked for, and which hit is the current one. `asked` counts how often the search was called up. */
export type FindState = {
  readonly query: string
  readonly current: number
  readonly asked: number
}

/**
 * A boundary of an annotation that is being moved: what is selected becomes the words of this part once it
 * is kept. `anchor` is the end of the selection that stays; when that changes, something else was selected.
 */
export type BoundaryMove = {
  readonly annotation: AnnotationId
  /** The part as it is in the annotation. */
  readonly part: Span
  readonly edge: 'start' | 'end'
  readonly anchor: number
}

/** Which field of a card wants the keyboard. `asked` tells two requests for the same field apart. */
export type CardRequest = {
  readonly annotation: AnnotationId
  readonly field: 'first' | 'note'
  readonly asked: number
}

/** One end of a relation that is being drawn. */
export type LinkEnd = {
  readonly article: ArticleId
  readonly annotation: AnnotationId
  readonly type: string
  readonly words: string
}

export type Dialog =
  | { readonly kind: 'new-project' }
  | { readonly kind: 'rename-project' }
  | { readonly kind: 'duplicate-project' }
  | { readonly kind: 'codebook' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'export' }
  | { readonly kind: 'import-annotated' }
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
  | { readonly kind: 'import-report'; readonly report: ImportReport }

/** Everything the window draws from. `project` changes only through `applyChanges`. */
export type WorkbenchState = {
  /** Absent until main has answered the first question. */
  readonly info: AppInfo | undefined
  readonly opened: OpenedProject | undefined
  readonly project: ProjectState | undefined
  readonly summaries: readonly ArticleSummary[]
  readonly found: ReadonlyMap<ArticleId, FoundDetails>
  readonly article: ArticleReading | undefined
  readonly history: UndoHistory
  readonly save: SaveState
  readonly selection: TextSelection
  readonly focused: AnnotationId | undefined
  /** Made or extended a moment ago: it is in focus, but nobody has turned to its card yet. */
  readonly justMade: AnnotationId | undefined
  /** In focus until the caret moved away: what further words are added to. */
  readonly lastFocused: AnnotationId | undefined
  /** Key of the type that every selection is tagged with at once. */
  readonly armed: string | undefined
  /** Keys of the types tagged with in this session, the latest first. */
  readonly recentTypes: readonly string[]
  /** The list of types is open at the selection. */
  readonly isPickingType: boolean
  /** Every mark and card is hidden, for reading. */
  readonly hidesMarks: boolean
  /** Keys of types whose marks and cards are hidden. */
  readonly hiddenTypes: ReadonlySet<string>
  readonly moving: BoundaryMove | undefined
  /** Under the pointer, in the text or on its card. */
  readonly hovered: AnnotationId | undefined
  /** Ranges of the text near the viewport: what cards are made for. */
  readonly visible: readonly Span[]
  readonly find: FindState | undefined
  /** Where a relation that is being drawn begins. */
  readonly linking: LinkEnd | undefined
  /** Relations between the open article and others, as main knows them; absent until it has answered. */
  readonly farRelations: FarRelations | undefined
  readonly cardRequest: CardRequest | undefined
  readonly dialog: Dialog | undefined
  readonly notices: readonly Notice[]
  /** A short answer to the last key, in the bottom line; gone with the next. */
  readonly hint: string | undefined
  readonly importing:
    { readonly done: number; readonly total: number; readonly name: string } | undefined
  readonly exporting: { readonly done: number; readonly total: number } | undefined
  readonly articlesShow: 'articles' | 'bin'
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
  opened: undefined,
  project: undefined,
  summaries: [],
  found: new Map<ArticleId, FoundDetails>(),
  article: undefined,
  history: emptyHistory,
  save: { kind: 'saved' },
  selection: { anchor: 0, head: 0 },
  focused: undefined,
  justMade: undefined,
  lastFocused: undefined,
  moving: undefined,
  armed: undefined,
  recentTypes: [],
  isPickingType: false,
  hidesMarks: false,
  hiddenTypes: new Set<string>(),
  hovered: undefined,
  visible: [],
  find: undefined,
  linking: undefined,
  farRelations: undefined,
  cardRequest: undefined,
  hint: undefined,
  importing: undefined,
  exporting: undefined,
  shownSource: undefined,
  articlesShow: 'articles',
} as const satisfies Partial<WorkbenchState>

/** The one store: works outside React, for commands, the text view and tests. */
export const store = createStore<WorkbenchState>()(() => ({
  ...emptyProject,
  info: undefined,
  dialog: undefined,
  notices: [],
  marginShows: 'cards',
  wantsList: false,
  articlesLieOver: false,
}))

/** A slice of the state in a component; draws again only when that slice is another value. */
export function useWorkbench<Slice>(select: (state: WorkbenchState) => Slice): Slice {
  return useStore(store, select)
}
