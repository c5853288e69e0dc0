import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { DecorationSet } from '@tiptap/pm/view'
import type { PaintingDifference } from './section-painter'

const key = new PluginKey<DecorationSet>('painting')

/** Holds the decorations of the painted sections. The document never changes, so they are never mapped. */
export function paintingPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, decorations) => {
        const difference = transaction.getMeta(key) as PaintingDifference | undefined
        if (difference === undefined) return decorations
        return decorations
          .remove([...difference.removed])
          .add(transaction.doc, [...difference.added])
      },
    },
    props: { decorations: state => key.getState(state) },
  })
}

/** Draw the difference: one transaction without steps, none when nothing differs. */
export function applyDifference(view: EditorView, difference: PaintingDifference): void {
  if (difference.removed.length + difference.added.length === 0) return
  view.dispatch(view.state.tr.setMeta(key, difference).setMeta('addToHistory', false))
}
