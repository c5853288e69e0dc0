import type { AnnotatorId } from '../../shared/annotation/annotation'
import type { AnnotationSet } from '../../shared/annotation/annotation-set'
import type { ArticleDocument } from '../../shared/article/blocks'
import type { Codebook } from '../../shared/codebook/codebook'
import type { Span } from '../../shared/text/span'

/** The caret or selection in the article, in offsets of the plain text. `anchor === head` is a caret. */
export type TextSelection = { readonly anchor: number; readonly head: number }

/** How words came to be selected with the mouse. */
export type SelectedBy = {
  /** 1 is a drag, 2 a double press, and so on. */
  readonly presses: number
  /** Ctrl or Command was held. */
  readonly isAdding: boolean
}

/** What is painted over the text. All offsets are plain-text offsets. */
export type Painting = {
  /** The annotations that are shown, a set for each annotator. */
  readonly sets: readonly AnnotationSet[]
  /** Whose annotations are drawn plainly; those of others are dotted and hatched. */
  readonly self?: AnnotatorId | undefined
  readonly codebook: Codebook
  /** The annotation in focus: full colour, all others at 40 %. */
  readonly focused?: string | undefined
  /** Keys of types that are hidden. */
  readonly hiddenTypes: ReadonlySet<string>
  /** Hits of find, and which of them is the current one. */
  readonly hits: readonly Span[]
  readonly currentHit?: number | undefined
}

/** What is painted at the moment, and how to be told that it may be something else. */
export type PaintingSource = {
  /** The same object as before when nothing differs. */
  readonly current: () => Painting
  /** Returns its unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void
}

export type ArticleViewProps = {
  /** A new document builds a new view; everything else updates the one that is there. */
  readonly document: ArticleDocument
  /** Accessible name of the text: "Text of <title>". */
  readonly label: string
  /** Language of the text as the `lang` of an element; '' when it is not known. */
  readonly lang: string
  readonly painting: PaintingSource
  /** The caret or selection moved, by whatever means. */
  readonly onSelection: (selection: TextSelection) => void
  /** A click without a selection at this offset; the caller asks the index what stands there. */
  readonly onPress: (offset: number) => void
  /** What a range means that was selected by so many presses of the mouse (1 is a drag); `undefined` when it is meant as it is. */
  readonly meant: (range: Span, presses: number) => Span | undefined
  /** The button of the mouse is up and words are selected. */
  readonly onSelected: (by: SelectedBy) => void
  /** The pointer rests on this offset, or on none. */
  readonly onHover: (offset: number | undefined) => void
  /** Ranges of plain text near the viewport, whenever they change: what cards are made for. */
  readonly onVisible: (ranges: readonly Span[]) => void
  /** True while the caret keys select on without Shift. */
  readonly isSelecting: () => boolean
  /** A key that the text itself has no use for (it only moves and selects). True when it was taken. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** The text is laid out and painted for the first time. */
  readonly onReady: (view: ArticleViewHandle) => void
}

/** What the panels may ask of the view. */
export type ArticleViewHandle = {
  readonly focus: () => void
  /** Set caret or selection; `reveal` scrolls it into readable view, unless it can be read where it is. */
  readonly select: (selection: TextSelection, options?: { readonly reveal?: boolean }) => void
  readonly selection: () => TextSelection
  /** Scroll so that the beginning of `span` is readable, without moving the caret; where it is already, nothing moves. */
  readonly reveal: (span: Span) => void
  /** True when a line of `span` can be read on screen. */
  readonly isInView: (span: Span) => boolean
  /** Where the line of `offset` starts, in CSS pixels below the top of the text column; `undefined` when it is not laid out. */
  readonly topOf: (offset: number) => number | undefined
  /** Rectangle of a range in window coordinates, for what floats at the words. */
  readonly rectOf: (span: Span) => DOMRect | undefined
  /** Show a span as the words that are meant while the keyboard is elsewhere; `undefined` ends that. */
  readonly showMeant: (span: Span | undefined) => void
  /** The offset whose caret is nearest to a point of the window. */
  readonly offsetAt: (point: { readonly x: number; readonly y: number }) => number | undefined
  /** Height of the text column changed (fonts, width, sections laid out); returns its unsubscribe. */
  readonly onLayout: (listener: () => void) => () => void
  /** Undecorated truth for tests and saving: the plain text the view holds. */
  readonly plainText: () => string
}
