import { idAtHand } from '../state/annotating'
import { showHistory } from '../state/history'
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
    when: state => idAtHand(state) !== undefined,
    otherwise: 'Go to an annotation first',
    run: () => void showHistory(idAtHand(store.getState())),
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
