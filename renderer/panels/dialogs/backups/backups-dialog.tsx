import { useEffect, useState } from 'react'
import type { BackupInfo, BackupList } from '../../../../shared/ipc/backup-calls'
import type { ProjectHandle } from '../../../../shared/ipc/handles'
import type { Result } from '../../../../shared/outcome/result'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { Views } from '../../../controls/views'
import { closeDialog } from '../../../state/notices'
import { openBackup } from '../../../state/opening'
import type { BackupView } from '../../../state/store'
import { useWorkbench } from '../../../state/store'
import { call } from '../../../workbench-api'
import dialogs from '../dialogs.module.css'
import { reasonText, sizeText, writeMoment } from './backup-words'
import { ComparisonView } from './comparison-view'
import { VersionsView } from './versions-view'

type Asked = 'listBackups' | 'makeBackup' | 'chooseBackupFolder'

const views = [
  ['project', 'The whole project'],
  ['versions', 'Earlier versions of this article'],
] as const

/**
 * Every backup of a project: what differs since then, and each opened as a project of its own; beside them
 * the last versions of the article on screen. Of a project that is not open, the backups alone.
 */
export function BackupsDialog({
  project: other,
  shows = 'project',
}: {
  readonly project?: ProjectHandle
  readonly shows?: BackupView
}) {
  const onScreen = useWorkbench(state => state.opened?.project)
  const project = other ?? onScreen
  const [view, setView] = useState<BackupView>(shows)
  const [compared, setCompared] = useState<BackupInfo>()
  if (project === undefined) return null
  if (compared !== undefined)
    return (
      <Modal title="What differs" isWide onClose={closeDialog}>
        <ComparisonView
          project={project}
          backup={compared}
          onBack={() => {
            setCompared(undefined)
          }}
        />
      </Modal>
    )
  return (
    <Modal title="Backups" isWide onClose={closeDialog}>
      {project === onScreen && <Views views={views} shown={view} onShow={setView} />}
      {view === 'versions' && project === onScreen ? (
        <VersionsView project={project} />
      ) : (
        <BackupsView project={project} onCompare={setCompared} />
      )}
    </Modal>
  )
}

function BackupsView({
  project,
  onCompare,
}: {
  readonly project: ProjectHandle
  readonly onCompare: (backup: BackupInfo) => void
}) {
  const [list, setList] = useState<BackupList>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const take = (answer: Result<BackupList>): void => {
    if (answer.ok) setList(answer.value)
    setProblem(answer.ok || answer.error.kind === 'cancelled' ? undefined : answer.error.message)
  }
  const ask = async (name: Asked): Promise<void> => {
    setBusy(true)
    take(await call(name, { project }))
    setBusy(false)
  }
  useEffect(() => {
    let isOpen = true
    void call('listBackups', { project }).then(answer => {
      if (isOpen) take(answer)
    })
    return () => {
      isOpen = false
    }
  }, [project])
  return (
    <>
      <p className={dialogs['sum']}>
        Made every day on which something was done, and before larger changes. They are kept in{' '}
        {list?.folder === undefined ? 'the program’s own folder' : `“${list.folder}”`}.
      </p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {list?.backups.length === 0 && (
        <p className={dialogs['remark']}>There is none of this project yet.</p>
      )}
      <ul className={dialogs['list']} aria-label="Backups">
        {list?.backups.map(backup => (
          <BackupRow
            key={`${backup.serial} ${backup.at}`}
            backup={backup}
            isBusy={isBusy}
            onCompare={() => {
              onCompare(backup)
            }}
            onOpen={() => {
              closeDialog()
              void openBackup(project, backup)
            }}
          />
        ))}
      </ul>
      <ModalActions>
        <Button tone="quiet" disabled={isBusy} onClick={() => void ask('chooseBackupFolder')}>
          Choose a folder…
        </Button>
        <Button disabled={isBusy} onClick={() => void ask('makeBackup')}>
          Back up now
        </Button>
        <Button tone="primary" onClick={closeDialog}>
          Done
        </Button>
      </ModalActions>
    </>
  )
}

function BackupRow({
  backup,
  isBusy,
  onCompare,
  onOpen,
}: {
  readonly backup: BackupInfo
  readonly isBusy: boolean
  readonly onCompare: () => void
  readonly onOpen: () => void
}) {
  const when = writeMoment(backup.at)
  return (
    <li className={dialogs['backup']}>
      <div>
        <p className={dialogs['itemTitle']}>{when}</p>
        <p className={dialogs['remark']}>
          {reasonText(backup.reason)}, {sizeText(backup.bytes)}
          {backup.isDamaged && '; something in the project was damaged already'}
        </p>
      </div>
      <div className={dialogs['rowActions']}>
        <Button
          disabled={isBusy}
          aria-label={`What differs since the backup of ${when}`}
          onClick={onCompare}
        >
          What differs
        </Button>
        <Button
          disabled={isBusy}
          aria-label={`Open as a copy… (the backup of ${when})`}
          onClick={onOpen}
        >
          Open as a copy…
        </Button>
      </div>
    </li>
  )
}
