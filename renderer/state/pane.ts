import type { AnnotationId } from '../../shared/annotation/annotation'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { FarRelations } from '../../shared/ipc/article-calls'
import type { Span } from '../../shared/text/span'
import type { TextSelection } from '../editor/article-view-contract'

/** The two places an article can be shown at. Which of them stands left says `WorkbenchState.panes`. */
export type PaneId = 'first' | 'second'

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

/** An article that is shown, and where somebody is in it. */
export type Pane = {
  readonly article: ArticleReading | undefined
  readonly selection: TextSelection
  readonly focused: AnnotationId | undefined
  /** Made or extended a moment ago: it is in focus, but nobody has turned to its card yet. */
  readonly justMade: AnnotationId | undefined
  /** In focus until the caret moved away: what further words are added to. */
  readonly lastFocused: AnnotationId | undefined
  /** The list of types is open at the selection. */
  readonly isPickingType: boolean
  readonly moving: BoundaryMove | undefined
  /** Ranges of the text near the viewport: what cards are made for. */
  readonly visible: readonly Span[]
  readonly find: FindState | undefined
  /** Relations between the article and others, as main knows them; absent until it has answered. */
  readonly farRelations: FarRelations | undefined
  readonly cardRequest: CardRequest | undefined
}

export const emptyPane: Pane = {
  article: undefined,
  selection: { anchor: 0, head: 0 },
  focused: undefined,
  justMade: undefined,
  lastFocused: undefined,
  isPickingType: false,
  moving: undefined,
  visible: [],
  find: undefined,
  farRelations: undefined,
  cardRequest: undefined,
}

/** The other of the two. */
export function otherPane(pane: PaneId): PaneId {
  return pane === 'first' ? 'second' : 'first'
}
