import type { EventPayload } from '../../shared/ipc/contract'
import type { Versioned } from '../../shared/ipc/version-calls'
import { call } from '../workbench-api'
import { dismissTopic, hint, notify, notifyFailure, showDialog } from './notices'
import { reloadProject } from './opening'
import { settleSaving } from './saving'
import type { NoticeChoice } from './store'
import { store } from './store'

/** Say what another program did to the project, and offer what can be done; putting it away keeps both. */
export function showNews({ project, text, kept, isNewer }: EventPayload<'projectNews'>): void {
  if (store.getState().opened?.project !== project) return
  notify(text, kept === undefined ? 'note' : 'problem', topicOf(kept ?? text), [
    ...(isNewer ? [showItNow] : []),
    ...(kept === undefined ? [] : choicesFor(kept)),
  ])
}

const topicOf = (kept: string): string => `outside ${kept}`

const showItNow: NoticeChoice = { label: 'Show it', choose: () => void reloadProject() }

function choicesFor(kept: string): readonly NoticeChoice[] {
  return [
    { label: 'Compare…', choose: () => void compareKept(kept) },
    { label: 'Use the other', choose: () => void takeOther(kept) },
    {
      label: 'Keep both',
      choose: () => {
        dismissTopic(topicOf(kept))
      },
    },
  ]
}

async function compareKept(kept: string): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined || !(await settleSaving())) return
  const answer = await call('compareKept', { project: opened.project, kept })
  if (answer.ok) showDialog({ kind: 'compare-versions', comparison: { ...answer.value, kept } })
  else notifyFailure(answer.error)
}

/** Use the other version instead of ours, as one step of undo. */
export async function takeOther(kept: string): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined || !(await settleSaving())) return
  const answer = await call('useKept', { project: opened.project, kept })
  if (!answer.ok) {
    notifyFailure(answer.error)
    return
  }
  dismissTopic(topicOf(kept))
  await reloadProject()
  hint('The other version is in use; undo brings yours back')
}

/** Go back to an earlier version of a file, as one step of undo. */
export async function takeVersion(of: Versioned, version: string): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined || !(await settleSaving())) return
  const answer = await call('useVersion', { project: opened.project, of, version })
  if (!answer.ok) {
    notifyFailure(answer.error)
    return
  }
  await reloadProject()
  hint('The earlier version is in use; undo brings the other one back')
}
