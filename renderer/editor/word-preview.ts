import type { EditorView } from '@tiptap/pm/view'
import type { Span } from '../../shared/text/span'
import type { TextPositions } from './text-positions'

/** The highlight that the stylesheet colours. */
const highlightName = 'meant-words'

/** Shows a span of the text as what will be selected, or (with `undefined`) nothing. Touches no element. */
export function highlightRange(
  view: EditorView,
  positions: TextPositions,
): (span: Span | undefined) => void {
  return span => {
    if (span === undefined) {
      CSS.highlights.delete(highlightName)
      return
    }
    const start = view.domAtPos(positions.positionOf(span.start), 1)
    const end = view.domAtPos(positions.positionOf(span.end), -1)
    const range = document.createRange()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    CSS.highlights.set(highlightName, new Highlight(range))
  }
}
