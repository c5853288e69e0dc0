import type { Editor } from '@tiptap/core'
import type { ArticleDocument } from '../../shared/article/blocks'
import { latestFew } from '../values/latest-few'
import { createArticleEditor } from './article-editor'
import type { ArticleViewProps } from './article-view-contract'
import type { TextPositions } from './text-positions'
import { textPositions } from './text-positions'

/** A text that is built: its editor and its places. */
export type ArticleText = {
  readonly editor: Editor
  readonly positions: TextPositions
  /** Who listens to its keys: another view each time it is shown. */
  listener: () => Pick<ArticleViewProps, 'onKey' | 'isSelecting'>
}

/** Kept by document, which is another object as soon as the article was read again. */
const kept = latestFew<ArticleDocument, ArticleText>({
  most: 3,
  heaviest: 3_000_000,
  weightOf: ({ editor }) => editor.state.doc.content.size,
  onDrop: ({ editor }) => {
    editor.destroy()
  },
})

/** The text of a document: the one that was kept, else a new one. Building a megabyte takes longer than all else. */
export function textOf({
  document,
  label,
  listener,
}: Pick<ArticleViewProps, 'document' | 'label'> & Pick<ArticleText, 'listener'>): ArticleText {
  const known = kept.take(document)
  if (known !== undefined) {
    known.listener = listener
    known.editor.view.dom.setAttribute('aria-label', label)
    return known
  }
  const editor = createArticleEditor({
    document,
    label,
    onKey: event => text.listener().onKey(event),
    isSelecting: () => text.listener().isSelecting(),
  })
  const positions = textPositions(editor.state.doc)
  const text: ArticleText = { editor, positions, listener }
  return text
}

/** Take a text out of the page and keep it for the next time. Nobody listens to it until then. */
export function keepText(document: ArticleDocument, text: ArticleText): void {
  const { dom } = text.editor.view
  // Told now, while it is in the page: elements that are taken out are not told that they lost the keyboard.
  dom.blur()
  dom.remove()
  text.listener = () => ({ onKey: () => false, isSelecting: () => false })
  kept.put(document, text)
}

/** The project is closed: none of its texts comes back. */
export function forgetTexts(): void {
  kept.clear()
}
