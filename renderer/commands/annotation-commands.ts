import type { Codebook } from '../../shared/codebook/codebook'
import {
  annotationAtHand,
  enterCard,
  focusNeighbour,
  idAtHand,
  removeAnnotation,
} from '../state/annotating'
import { chooseBoundary, keepBoundary } from '../state/boundaries'
import { followLink } from '../state/following'
import { linkAnnotation } from '../state/relating'
import { redo, undo } from '../state/edits'
import { extendAnnotation } from '../state/extending'
import { annotationOf, isReadOnly } from '../state/selectors'
import type { WorkbenchState } from '../state/store'
import { store } from '../state/store'
import { keyOfHit } from '../values/hits'
import { showDialog } from '../state/notices'
import { tagIfArmed, tagSelection } from '../state/tagging'
import type { Command } from './command'

const hasArticle = (state: WorkbenchState): boolean => state.article !== undefined
const canTag = (state: WorkbenchState): boolean => hasArticle(state) && !isReadOnly(state)
const hasFocused = (state: WorkbenchState): boolean =>
  annotationOf(state, state.focused) !== undefined
const hasOneAtHand = (state: WorkbenchState): boolean => idAtHand(state) !== undefined

/** One command for each type of the codebook: its key tags the selection. */
export function tagCommands(codebook: Codebook): Command[] {
  return codebook.types.map(type => ({
    id: `tag-${type.key}`,
    label: `Tag as ${type.label.toLowerCase()}`,
    short: type.label.toLowerCase(),
    group: 'Annotations',
    keys: type.shortcut === undefined ? [] : [type.shortcut],
    scope: 'reading',
    when: canTag,
    writes: true,
    run: () => {
      tagSelection(type)
    },
  }))
}

function removeFocused(): void {
  const { focused } = store.getState()
  if (focused !== undefined) removeAnnotation(focused)
}

/** Look for other places with the words of the annotation in focus or at the caret. */
function showMentions(): void {
  const state = store.getState()
  const annotation = annotationAtHand(state)
  const [quote, span] = [annotation?.quote[0], annotation?.spans[0]]
  const article = state.article?.article.id
  if (
    annotation === undefined ||
    quote === undefined ||
    span === undefined ||
    article === undefined
  )
    return
  showDialog({
    kind: 'search',
    mentions: {
      words: quote.exact,
      type: annotation.type,
      except: keyOfHit({ article, ...span }),
    },
  })
}

export const annotationCommands: readonly Command[] = [
  {
    id: 'link',
    label: 'Link the annotation to another',
    short: 'link',
    group: 'Annotations',
    keys: ['L'],
    scope: 'reading',
    when: state => !isReadOnly(state) && hasOneAtHand(state),
    writes: true,
    otherwise: 'Go to an annotation first',
    run: linkAnnotation,
  },
  {
    id: 'follow-link',
    label: 'Go to the other end of a link, then back',
    short: 'other end',
    group: 'Annotations',
    keys: ['G'],
    scope: 'reading',
    when: hasOneAtHand,
    otherwise: 'Go to an annotation first',
    run: () => void followLink(),
  },
  {
    id: 'find-mentions',
    label: 'Tag other mentions of the same words…',
    short: 'other mentions',
    group: 'Annotations',
    keys: ['Alt+M'],
    scope: 'reading',
    when: state => annotationAtHand(state) !== undefined,
    writes: true,
    otherwise: 'Go to an annotation first',
    run: showMentions,
  },
  {
    id: 'next-annotation',
    label: 'Next annotation',
    short: 'next annotation',
    group: 'Annotations',
    keys: ['Alt+ArrowDown', ']'],
    scope: 'reading',
    when: hasArticle,
    run: () => {
      focusNeighbour(1)
    },
  },
  {
    id: 'previous-annotation',
    label: 'Previous annotation',
    group: 'Annotations',
    keys: ['Alt+ArrowUp', '['],
    scope: 'reading',
    when: hasArticle,
    run: () => {
      focusNeighbour(-1)
    },
  },
  {
    id: 'edit-annotation',
    label: 'Fill in the annotation’s fields',
    short: 'fields',
    group: 'Annotations',
    keys: ['Enter'],
    scope: 'reading',
    when: hasArticle,
    run: () => {
      if (store.getState().moving !== undefined) keepBoundary()
      else if (!tagIfArmed()) enterCard('first')
    },
  },
  {
    id: 'note',
    label: 'Write a note on the annotation',
    short: 'note',
    group: 'Annotations',
    keys: ['N'],
    scope: 'reading',
    when: hasOneAtHand,
    writes: true,
    otherwise: 'Go to an annotation first',
    run: () => {
      enterCard('note')
    },
  },
  {
    id: 'extend-annotation',
    label: 'Add the selected words to the last annotation',
    short: 'add to the last',
    group: 'Annotations',
    keys: ['+'],
    scope: 'reading',
    when: canTag,
    writes: true,
    run: extendAnnotation,
  },
  {
    id: 'move-start',
    label: 'Move the start of the annotation with the arrow keys',
    short: 'start',
    group: 'Annotations',
    keys: ['S'],
    scope: 'reading',
    when: canTag,
    writes: true,
    run: () => {
      chooseBoundary('start')
    },
  },
  {
    id: 'move-end',
    label: 'Move the end of the annotation with the arrow keys',
    short: 'end',
    group: 'Annotations',
    keys: ['E'],
    scope: 'reading',
    when: canTag,
    writes: true,
    run: () => {
      chooseBoundary('end')
    },
  },
  {
    id: 'delete-annotation',
    label: 'Delete the annotation',
    short: 'delete',
    group: 'Annotations',
    keys: ['Delete', 'Backspace', 'Mod+Backspace'],
    scope: 'reading',
    when: state => !isReadOnly(state) && hasFocused(state),
    writes: true,
    otherwise: 'Only the annotation in focus is deleted: go to it first',
    run: removeFocused,
  },
  {
    id: 'undo',
    label: 'Undo',
    short: 'undo',
    group: 'Annotations',
    keys: ['Mod+Z'],
    scope: 'reading',
    when: state => state.opened !== undefined,
    run: () => {
      void undo()
    },
  },
  {
    id: 'redo',
    label: 'Redo',
    group: 'Annotations',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    scope: 'reading',
    when: state => state.opened !== undefined,
    run: () => {
      void redo()
    },
  },
]
