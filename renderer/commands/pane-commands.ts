import { showDialog } from '../state/notices'
import { closePane, goToOtherPane } from '../state/side-by-side'
import type { WorkbenchState } from '../state/store'
import { store } from '../state/store'
import type { Command } from './command'

const hasTwo = (state: WorkbenchState): boolean => state.beside !== undefined

/** Two articles side by side. */
export const paneCommands: readonly Command[] = [
  {
    id: 'open-beside',
    label: 'Open an article beside this one…',
    short: 'beside',
    group: 'Articles',
    keys: ['Mod+Shift+B'],
    scope: 'anywhere',
    when: state => state.article !== undefined,
    run: () => {
      showDialog({ kind: 'open-beside' })
    },
  },
  {
    id: 'other-article',
    label: 'Go to the other of two articles side by side',
    short: 'other article',
    group: 'Articles',
    keys: ['F6'],
    scope: 'anywhere',
    when: hasTwo,
    otherwise: 'Only one article is on screen',
    run: goToOtherPane,
  },
  {
    id: 'close-article',
    label: 'Close this one of two articles side by side',
    group: 'Articles',
    keys: ['Mod+Shift+W'],
    scope: 'anywhere',
    when: hasTwo,
    otherwise: 'Only one article is on screen',
    run: () => {
      closePane(store.getState().pane)
    },
  },
]
