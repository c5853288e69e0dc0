import { idAtHand } from '../state/annotating'
import { copyToMine, otherAuthorOf, toggleOthers } from '../state/others'
import { isReadOnly } from '../state/selectors'
import { store } from '../state/store'
import type { Command } from './command'

/** What there is to do with the annotations of other annotators. */
export const othersCommands: readonly Command[] = [
  {
    id: 'toggle-others',
    label: 'Show or hide the annotations of others',
    group: 'View',
    keys: ['Alt+O'],
    scope: 'reading',
    when: state => state.article !== undefined,
    run: toggleOthers,
  },
  {
    id: 'copy-to-mine',
    label: 'Copy the annotation of somebody else to mine',
    short: 'copy to mine',
    group: 'Annotations',
    keys: ['Alt+C'],
    scope: 'reading',
    when: state => !isReadOnly(state) && otherAuthorOf(state, idAtHand(state)) !== undefined,
    writes: true,
    otherwise: 'Go to an annotation of somebody else first',
    run: () => {
      const id = idAtHand(store.getState())
      if (id !== undefined) copyToMine([id])
    },
  },
]
