import type { MergePreview } from '../../shared/ipc/merge-calls'
import { call } from '../workbench-api'
import { hint, notify, notifyFailure, showDialog } from './notices'
import { reloadProject } from './opening'
import { settleSaving } from './saving'
import { isReadOnly } from './selectors'
import { store } from './store'

/** Ask for another copy of the project, and show what merging it would do. */
export async function chooseCopy(from: 'file' | 'folder'): Promise<void> {
  const project = writableProject()
  if (project === undefined || !(await settleSaving())) return
  hint('Comparing the two copies…')
  const answer = await call('chooseCopy', { project, from })
  hint(undefined)
  if (answer.ok) showDialog({ kind: 'merge-preview', preview: answer.value })
  else if (answer.error.kind === 'other-project')
    notify(answer.error.message, 'problem', 'merge', [
      {
        label: 'Import an annotated dataset…',
        choose: () => {
          showDialog({ kind: 'import-annotated' })
        },
      },
    ])
  else notifyFailure(answer.error)
}

/** Merge the copy that was looked at; these of its sources become one with ours. */
export async function mergeCopy(
  { copy }: MergePreview,
  sameSources: ReadonlySet<string>,
): Promise<void> {
  const project = writableProject()
  if (project === undefined || !(await settleSaving())) return
  const answer = await call('mergeCopy', {
    project,
    copy,
    sameSources: [...sameSources] as MergePreview['sameSources'][number]['from'][],
  })
  showDialog(undefined)
  if (!answer.ok) {
    notifyFailure(answer.error)
    return
  }
  await reloadProject()
  showDialog({ kind: 'merge-report', report: answer.value })
}

/** The whole report of the last merge on the clipboard. */
export function copyMergeReport(): void {
  void call('copyMergeReport', {})
}

function writableProject() {
  const state = store.getState()
  if (state.opened !== undefined && !isReadOnly(state)) return state.opened.project
  notify('This project is open for reading only, so nothing can be merged into it.', 'problem')
  return undefined
}
