import type { ProjectHandle } from '../../shared/ipc/handles'
import type { Failure } from '../../shared/outcome/result'
import { call } from '../workbench-api'
import { notify, showDialog } from './notices'
import type { NoticeChoice } from './store'

/** Say why a project cannot be opened, with what can be done about it. */
export async function explainOpening(failure: Failure, project: ProjectHandle): Promise<void> {
  if (failure.kind === 'cancelled') return
  const isThere = failure.kind !== 'vanished' && failure.kind !== 'not-a-project'
  const listed = await call('listBackups', { project })
  const hasBackups = listed.ok && listed.value.backups.length > 0
  const choices: NoticeChoice[] = [
    ...(isThere
      ? [
          {
            label: 'Check the project…',
            choose: () => {
              showDialog({ kind: 'check', project })
            },
          },
        ]
      : []),
    ...(hasBackups
      ? [
          {
            label: 'Backups…',
            choose: () => {
              showDialog({ kind: 'backups', project })
            },
          },
        ]
      : []),
  ]
  notify(failure.message, 'problem', 'opening', choices)
}
