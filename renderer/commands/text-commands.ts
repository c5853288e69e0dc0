import { leaveBoundary } from '../state/boundaries'
import { closeFind, goToHit, openFind } from '../state/finding'
import { leaveLinking } from '../state/relating'
import { showDialog } from '../state/notices'
import type { WorkbenchState } from '../state/store'
import { store } from '../state/store'
import { disarmTag } from '../state/tagging'
import type { Command } from './command'

const hasArticle = (state: WorkbenchState): boolean => state.article !== undefined
const isFinding = (state: WorkbenchState): boolean => state.find !== undefined

function leaveWhatIsOpen(): void {
  const { armed, find, linking, moving } = store.getState()
  if (moving !== undefined) leaveBoundary()
  else if (linking !== undefined) leaveLinking()
  else if (find !== undefined) closeFind()
  else if (armed !== undefined) disarmTag()
  else store.setState({ focused: undefined, hint: undefined })
}

export const textCommands: readonly Command[] = [
  {
    id: 'find',
    label: 'Find in the article',
    short: 'find',
    group: 'Text',
    keys: ['Mod+F'],
    scope: 'anywhere',
    when: hasArticle,
    run: openFind,
  },
  {
    id: 'find-in-project',
    label: 'Find in the project…',
    group: 'Text',
    keys: ['Mod+Shift+F'],
    scope: 'anywhere',
    when: state => state.opened !== undefined,
    run: () => {
      showDialog({ kind: 'search' })
    },
  },
  {
    id: 'next-hit',
    label: 'Next hit',
    short: 'next hit',
    group: 'Text',
    keys: ['Mod+G', 'F3'],
    scope: 'anywhere',
    when: isFinding,
    otherwise: 'Find something first',
    run: () => {
      goToHit(1)
    },
  },
  {
    id: 'previous-hit',
    label: 'Previous hit',
    group: 'Text',
    keys: ['Mod+Shift+G', 'Shift+F3'],
    scope: 'anywhere',
    when: isFinding,
    otherwise: 'Find something first',
    run: () => {
      goToHit(-1)
    },
  },
  {
    id: 'leave',
    label: 'Leave the search or the annotation',
    short: 'leave',
    group: 'Text',
    keys: ['Escape'],
    scope: 'reading',
    when: state =>
      isFinding(state) ||
      state.armed !== undefined ||
      state.linking !== undefined ||
      state.focused !== undefined,
    run: leaveWhatIsOpen,
  },
]
