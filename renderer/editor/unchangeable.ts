import { Extension } from '@tiptap/core'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { belongsToText, endOfTextFor, selectingStepFor, wouldEdit } from './text-keys'
import { plainTextBetween } from './text-positions'

export type UnchangeableOptions = {
  /** First refusal of every key that does not move, select or copy. True when it was taken. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** True while the caret keys select on without Shift. */
  readonly isSelecting: () => boolean
}

/**
 * A text in which the caret moves, selections and copies work, and nothing can be changed. The view
 * must be editable for the former, so changes are stopped three times: as keys, as events before the
 * DOM changes, and as transactions. What cannot be cancelled, input methods, is led away from the DOM
 * by `keepInputOutOf`.
 */
export const Unchangeable = Extension.create<UnchangeableOptions>({
  name: 'unchangeable',
  // Before every other extension: their keys would change the text.
  priority: 10_000,
  addOptions: () => ({ onKey: () => false, isSelecting: () => false }),
  addProseMirrorPlugins() {
    return [unchangeablePlugin(this.options)]
  },
})

/** Caret lines stay this far from the edges of the viewport, in CSS pixels. */
const readingMargin = { top: 96, right: 0, bottom: 128, left: 0 }

function unchangeablePlugin({ onKey, isSelecting }: UnchangeableOptions): Plugin {
  return new Plugin({
    filterTransaction: transaction => !transaction.docChanged,
    props: {
      scrollMargin: readingMargin,
      scrollThreshold: readingMargin,
      clipboardTextSerializer: slice => plainTextBetween(slice.content, 0, slice.content.size),
      handleDOMEvents: {
        keydown: (view, event) => {
          readSelection(view)
          if (isSelecting() && selectsOn(view, event)) return true
          return goesToEnd(view, event) || handleKey(event, onKey)
        },
        keypress: refuse,
        beforeinput: refuse,
        paste: refuse,
        // Not stopped from bubbling: the window takes dropped files in.
        drop: refuse,
        dragstart: refuse,
        cut: copySelection,
        copy: copySelection,
        compositionstart: leaveAlone,
        compositionupdate: leaveAlone,
        compositionend: leaveAlone,
      },
    },
  })
}

/**
 * The browser moves the caret at once, but tells of it by an event that may come after the next key. Read
 * it now, so that a key means what is selected when it is pressed, however fast one types.
 */
function readSelection(view: EditorView): void {
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}

/**
 * To the first or last character of the text. Not left to the browser: within a moment of getting the
 * keyboard, ProseMirror takes a caret at the start for the browser's own doing and puts it back.
 */
function goesToEnd(view: EditorView, event: KeyboardEvent): boolean {
  const end = endOfTextFor(event)
  if (end === undefined) return false
  const { doc, selection, tr } = view.state
  const { $head } = end === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)
  const $anchor = event.shiftKey ? selection.$anchor : $head
  view.dispatch(tr.setSelection(TextSelection.between($anchor, $head)).scrollIntoView())
  event.preventDefault()
  return true
}

/** A caret key without Shift, as if Shift were held; false for every other key. */
function selectsOn(view: EditorView, event: KeyboardEvent): boolean {
  const step = selectingStepFor(event)
  if (step === undefined) return false
  view.dom.ownerDocument.getSelection()?.modify('extend', step.direction, step.by)
  readSelection(view)
  event.preventDefault()
  return true
}

/** False hands the key to ProseMirror, which knows how to move and select; true keeps it from there. */
function handleKey(event: KeyboardEvent, onKey: (event: KeyboardEvent) => boolean): boolean {
  if (belongsToText(event)) return false
  if (onKey(event) || wouldEdit(event)) event.preventDefault()
  // An arrow with Alt that nobody took still moves the caret where the system has it so.
  return !event.key.startsWith('Arrow')
}

function refuse(_view: EditorView, event: Event): true {
  event.preventDefault()
  return true
}

function leaveAlone(): true {
  return true
}

/** Cutting copies: nothing changes, and the words are where a reader expects them. */
function copySelection(view: EditorView, event: ClipboardEvent): true {
  const { from, to, empty } = view.state.selection
  event.preventDefault()
  if (!empty) event.clipboardData?.setData('text/plain', plainTextBetween(view.state.doc, from, to))
  return true
}
