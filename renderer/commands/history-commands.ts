import { showHistory } from '../state/history'
import { annotationOf } from '../state/selectors'
import type { Command } from './command'
import { store } from '../state/store'

/** Who did what and when. */
export const historyCommands: readonly Command[] = [
  {
    id: 'annotation-history',
    label: 'History of the annotation…',
    group: 'Annotations',
    keys: ['Alt+H'],
    scope: 'reading',
    when: state => annotationOf(state, state.focused) !== undefined,
    run: () => void showHistory(store.getState().focused),
  },
  {
    id: 'article-history',
    label: 'History of the article, and what was deleted…',
    group: 'Articles',
    keys: [],
    scope: 'anywhere',
    when: state => state.article !== undefined,
    run: () => void showHistory(),
  },
]
