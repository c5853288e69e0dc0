import { growSelection, shrinkSelection, toggleWholeWords } from '../state/selecting'
import { selectedSpan } from '../state/selectors'
import type { WorkbenchState } from '../state/store'
import type { Command } from './command'

const hasArticle = (state: WorkbenchState): boolean => state.article !== undefined

/** Selecting without dragging. */
export const selectingCommands: readonly Command[] = [
  {
    id: 'grow-selection',
    label: 'Select the word, up to the next punctuation, the sentence, the paragraph',
    short: 'word, sentence',
    group: 'Text',
    keys: ['W'],
    scope: 'reading',
    when: hasArticle,
    run: growSelection,
  },
  {
    id: 'shrink-selection',
    label: 'Select less again',
    group: 'Text',
    keys: ['Shift+W'],
    scope: 'reading',
    when: state => selectedSpan(state) !== undefined,
    otherwise: 'Select words first',
    run: shrinkSelection,
  },
  {
    id: 'toggle-whole-words',
    label: 'Select whole words or exact characters when dragging',
    group: 'Text',
    keys: ['Alt+W'],
    scope: 'reading',
    when: hasArticle,
    run: toggleWholeWords,
  },
]
