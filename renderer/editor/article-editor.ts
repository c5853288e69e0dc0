import { Editor } from '@tiptap/core'
import type { JSONContent } from '@tiptap/core'
import type { ArticleDocument } from '../../shared/article/blocks'
import { keepInputOutOf } from './input-context'
import { articleSchema } from './schema'
import { sectionedDocument } from './sections'
import type { SectionedDocument } from './sections'
import { Unchangeable } from './unchangeable'

/**
 * The TipTap editor of an article: a text to move and select in, never to change. Its element,
 * `editor.view.dom`, is not in the page yet: it is built outside, and taken in as a whole.
 */
export function createArticleEditor(given: {
  readonly document: ArticleDocument
  readonly label: string
  readonly onKey: (event: KeyboardEvent) => boolean
  readonly isSelecting: () => boolean
}): Editor {
  const editor = new Editor({
    element: document.createElement('div'),
    content: asContent(sectionedDocument(given.document)),
    extensions: [
      ...articleSchema,
      Unchangeable.configure({ onKey: given.onKey, isSelecting: given.isSelecting }),
    ],
    // TipTap's own style element and its parsing of HTML do not work under Trusted Types.
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: {
      clipboardTextSerializer: false,
      drop: false,
      paste: false,
      delete: false,
    },
    editorProps: { attributes: attributesOf(given.label) },
  })
  keepInputOutOf(editor.view.dom)
  hideFromReact(editor.view.dom)
  return editor
}

/**
 * React remembers the selection around each of its commits, and for that walks through every node of the
 * element with the keyboard when its `contentEditable` is `true`: 1 ms a commit in a megabyte. It leaves
 * `plaintext-only` alone, where caret, selection and keys are the same. Nothing can be written either way.
 */
function hideFromReact(text: HTMLElement): void {
  text.contentEditable = 'plaintext-only'
}

/** TipTap's type asks for arrays it could write to; it only reads them. */
function asContent(document: SectionedDocument): JSONContent {
  return document as unknown as JSONContent
}

function attributesOf(label: string): Record<string, string> {
  return {
    class: 'article-text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-readonly': 'true',
    'aria-label': label,
    spellcheck: 'false',
    translate: 'no',
    autocorrect: 'off',
    autocapitalize: 'off',
    writingsuggestions: 'false',
  }
}
