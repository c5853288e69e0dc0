import { openNeighbour, removeArticle, setStatus } from '../state/articles'
import { checkOpenProject } from '../state/checking'
import { chooseEncoding } from '../state/encodings'
import { chooseImport, pasteArticle } from '../state/exchanging'
import { finishArticle, toggleStop } from '../state/finishing'
import { showDialog } from '../state/notices'
import { chooseProject, closeProject, openSample } from '../state/opening'
import { isReadOnly } from '../state/selectors'
import type { WorkbenchState } from '../state/store'
import { store } from '../state/store'
import type { Command } from './command'

const isAlways = (): boolean => true
const hasProject = (state: WorkbenchState): boolean => state.opened !== undefined
const canWrite = (state: WorkbenchState): boolean => hasProject(state) && !isReadOnly(state)
const canWriteArticle = (state: WorkbenchState): boolean =>
  canWrite(state) && state.article !== undefined

const command = (
  given: Pick<Command, 'id' | 'label' | 'when' | 'run'> & Partial<Command>,
): Command => ({ group: 'Project', keys: [], scope: 'anywhere', ...given })

/** Run `act` on the article on screen. */
const onArticle =
  (act: (article: NonNullable<WorkbenchState['article']>['article']['id']) => void) => (): void => {
    const { article } = store.getState()
    if (article !== undefined) act(article.article.id)
  }

export const projectCommands: readonly Command[] = [
  command({
    id: 'new-project',
    label: 'New project…',
    when: isAlways,
    run: () => {
      showDialog({ kind: 'new-project' })
    },
  }),
  command({
    id: 'open-project',
    label: 'Open project…',
    keys: ['Mod+O'],
    when: isAlways,
    run: () => void chooseProject(),
  }),
  command({
    id: 'open-sample',
    label: 'Open the sample project',
    when: isAlways,
    run: () => void openSample(),
  }),
  command({
    id: 'rename-project',
    label: 'Rename the project…',
    when: canWrite,
    run: () => {
      showDialog({ kind: 'rename-project' })
    },
  }),
  command({
    id: 'duplicate-project',
    label: 'Duplicate the project…',
    when: hasProject,
    run: () => {
      showDialog({ kind: 'duplicate-project' })
    },
  }),
  command({
    id: 'backups',
    label: 'Backups…',
    keys: ['Mod+Shift+U'],
    when: hasProject,
    run: () => {
      showDialog({ kind: 'backups' })
    },
  }),
  command({
    id: 'earlier-versions',
    label: 'Earlier versions of this article…',
    group: 'Articles',
    when: state => hasProject(state) && state.article !== undefined,
    run: () => {
      showDialog({ kind: 'backups', shows: 'versions' })
    },
  }),
  command({
    id: 'check-project',
    label: 'Check the project…',
    when: hasProject,
    run: checkOpenProject,
  }),
  command({
    id: 'edit-codebook',
    label: 'Edit the codebook…',
    keys: ['Mod+Shift+K'],
    when: canWrite,
    run: () => {
      showDialog({ kind: 'codebook' })
    },
  }),
  command({
    id: 'close-project',
    label: 'Close the project',
    when: hasProject,
    run: () => void closeProject(),
  }),
  command({
    id: 'import',
    label: 'Import articles…',
    short: 'import',
    group: 'Articles',
    keys: ['Mod+I'],
    when: canWrite,
    run: () => void chooseImport(),
  }),
  command({
    id: 'paste-article',
    label: 'Paste as a new article',
    group: 'Articles',
    keys: ['Mod+V'],
    scope: 'reading',
    when: canWrite,
    run: () => void pasteArticle(),
  }),
  command({
    id: 'import-annotated',
    label: 'Import an annotated dataset…',
    group: 'Articles',
    when: canWrite,
    run: () => {
      showDialog({ kind: 'import-annotated' })
    },
  }),
  command({
    id: 'merge-copy',
    label: 'Merge another copy of this project…',
    when: canWrite,
    run: () => {
      showDialog({ kind: 'merge-copy' })
    },
  }),
  command({
    id: 'export',
    label: 'Export…',
    keys: ['Mod+E'],
    when: hasProject,
    run: () => {
      showDialog({ kind: 'export' })
    },
  }),
  command({
    id: 'next-article',
    label: 'Next article',
    short: 'next article',
    group: 'Articles',
    keys: ['Alt+PageDown'],
    when: hasProject,
    run: () => {
      openNeighbour(1)
    },
  }),
  command({
    id: 'previous-article',
    label: 'Previous article',
    group: 'Articles',
    keys: ['Alt+PageUp'],
    when: hasProject,
    run: () => {
      openNeighbour(-1)
    },
  }),
  command({
    id: 'finish-article',
    label: 'Mark the article as done and open the next one',
    short: 'done, next',
    group: 'Articles',
    keys: ['Mod+Enter'],
    when: canWriteArticle,
    run: finishArticle,
  }),
  command({
    id: 'toggle-stop',
    label: 'Stop before the next article when a required value is missing, or go on',
    group: 'Articles',
    when: hasProject,
    run: toggleStop,
  }),
  command({
    id: 'mark-in-progress',
    label: 'Mark the article as in progress',
    group: 'Articles',
    when: canWriteArticle,
    run: onArticle(id => {
      setStatus(id, 'in-progress')
    }),
  }),
  command({
    id: 'mark-done',
    label: 'Mark the article as done',
    group: 'Articles',
    when: canWriteArticle,
    run: onArticle(id => {
      setStatus(id, 'done')
    }),
  }),
  command({
    id: 'mark-new',
    label: 'Mark the article as new',
    group: 'Articles',
    when: canWriteArticle,
    run: onArticle(id => {
      setStatus(id, 'new')
    }),
  }),
  command({
    id: 'read-in-encoding',
    label: 'Read in another encoding…',
    group: 'Articles',
    when: canWriteArticle,
    run: onArticle(article => void chooseEncoding(article)),
  }),
  command({
    id: 'remove-article',
    label: 'Put the article into the bin',
    group: 'Articles',
    when: canWriteArticle,
    run: onArticle(removeArticle),
  }),
]
