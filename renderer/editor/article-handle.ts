import type { Editor } from '@tiptap/core'
import { TextSelection as DocumentSelection } from '@tiptap/pm/state'
import type { Span } from '../../shared/text/span'
import type { ArticleViewHandle, TextSelection } from './article-view-contract'
import type { ColumnLayout } from './column-layout'
import { canBeRead, revealLine } from './reveal'
import type { TextPositions } from './text-positions'
import { plainTextOf } from './text-positions'
import { highlightRange } from './word-preview'

/** The selection of the editor in plain-text offsets. */
export function selectionOf(editor: Editor, positions: TextPositions): TextSelection {
  const { anchor, head } = editor.state.selection
  return { anchor: positions.offsetOf(anchor), head: positions.offsetOf(head) }
}

/** What the panels may ask of the view; see `ArticleViewHandle`. While the text is not in the page it does nothing. */
export function createHandle(
  editor: Editor,
  positions: TextPositions,
  layout: ColumnLayout,
  scroller: Element,
): ArticleViewHandle {
  const { view } = editor
  const isGone = (): boolean => view.isDestroyed || !view.dom.isConnected
  const showMeant = highlightRange(view, positions)
  const reveal = (offset: number): void => {
    const position = positions.positionOf(offset)
    revealLine(scroller, () => (isGone() ? undefined : view.coordsAtPos(position, 1)))
  }
  return {
    focus: () => {
      if (!isGone()) view.focus()
    },
    selection: () => selectionOf(editor, positions),
    select: ({ anchor, head }, options) => {
      if (isGone()) return
      const { state } = view
      const selection = DocumentSelection.create(
        state.doc,
        positions.positionOf(anchor),
        positions.positionOf(head),
      )
      view.dispatch(state.tr.setSelection(selection))
      if (options?.reveal === true) reveal(head)
    },
    reveal: span => {
      reveal(span.start)
    },
    isInView: ({ start, end }) => {
      if (isGone()) return false
      const { top } = view.coordsAtPos(positions.positionOf(start), 1)
      const { bottom } = view.coordsAtPos(positions.positionOf(end), -1)
      return canBeRead(scroller, { top, bottom }, false)
    },
    topOf: offset => layout.topOf(offset),
    rectOf: span => (layout.isLaidOut(span.start) ? rectOf(editor, positions, span) : undefined),
    showMeant: span => {
      if (!isGone() || span === undefined) showMeant(span)
    },
    offsetAt: ({ x, y }) => {
      const found = isGone() ? null : view.posAtCoords({ left: x, top: y })
      return found === null ? undefined : positions.offsetOf(found.pos)
    },
    onLayout: listener =>
      layout.onChange(() => {
        listener()
      }),
    plainText: () => plainTextOf(view.state.doc),
  }
}

function rectOf({ view }: Editor, positions: TextPositions, span: Span): DOMRect {
  const start = view.domAtPos(positions.positionOf(span.start), 1)
  const end = view.domAtPos(positions.positionOf(span.end), -1)
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  const rect = range.getBoundingClientRect()
  if (rect.height > 0) return rect
  // Only the end of a paragraph: nothing is drawn there, but the caret has a place.
  const { left, right, top, bottom } = view.coordsAtPos(positions.positionOf(span.start), -1)
  return new DOMRect(left, top, right - left, bottom - top)
}
