import { useEffect, useState } from 'react'
import type { BackupInfo, BackupList } from '../../../shared/ipc/backup-calls'
import { assertNever, type Result } from '../../../shared/outcome/result'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { openBackup } from '../../state/opening'
import { store } from '../../state/store'
import { call } from '../../workbench-api'
import styles from './dialogs.module.css'

type Asked = 'listBackups' | 'makeBackup' | 'chooseBackupFolder'

/** Every backup of the project; each can be opened as a project of its own beside this one. */
export function BackupsDialog() {
  const [list, setList] = useState<BackupList>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const take = (answer: Result<BackupList>): void => {
    if (answer.ok) setList(answer.value)
    setProblem(answer.ok || answer.error.kind === 'cancelled' ? undefined : answer.error.message)
  }
  const ask = async (name: Asked): Promise<void> => {
    const { opened } = store.getState()
    if (opened === undefined) return
    setBusy(true)
    take(await call(name, { project: opened.project }))
    setBusy(false)
  }
  useEffect(() => {
    const { opened } = store.getState()
    let isOpen = true
    if (opened !== undefined)
      void call('listBackups', { project: opened.project }).then(answer => {
        if (isOpen) take(answer)
      })
    return () => {
      isOpen = false
    }
  }, [])
  return (
    <Modal title="Backups" isWide onClose={closeDialog}>
      <p className={styles['sum']}>
        Made every day on which something was done, and before larger changes. They are kept in{' '}
        {list?.folder === undefined ? 'the program’s own folder' : `“${list.folder}”`}.
      </p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {list?.backups.length === 0 && (
        <p className={styles['remark']}>There is none of this project yet.</p>
      )}
      <ul className={styles['list']} aria-label="Backups">
        {list?.backups.map(backup => (
          <BackupRow key={`${backup.serial} ${backup.at}`} backup={backup} isBusy={isBusy} />
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
    </Modal>
  )
}

function BackupRow({ backup, isBusy }: { readonly backup: BackupInfo; readonly isBusy: boolean }) {
  const made = new Date(backup.at)
  const when = `${made.toLocaleDateString('en-GB', { dateStyle: 'long' })}, ${made.toLocaleTimeString('en-GB', { timeStyle: 'short' })}`
  return (
    <li className={styles['backup']}>
      <div>
        <p className={styles['itemTitle']}>{when}</p>
        <p className={styles['remark']}>
          {reasonText(backup.reason)}, {sizeText(backup.bytes)}
          {backup.isDamaged && '; something in the project was damaged already'}
        </p>
      </div>
      <Button
        disabled={isBusy}
        aria-label={`Open the backup of ${when} as a copy`}
        onClick={() => {
          closeDialog()
          void openBackup(backup)
        }}
      >
        Open as a copy…
      </Button>
    </li>
  )
}

function reasonText(reason: BackupInfo['reason']): string {
  switch (reason) {
    case 'daily':
      return 'Of the day'
    case 'before-restore':
      return 'Made by hand'
    case 'before-repair':
      return 'Before a repair'
    case 'before-merge':
      return 'Before joining another copy'
    case 'before-migration':
      return 'Before a new version of Assay'
    default:
      return assertNever(reason)
  }
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000).toLocaleString('en')} KB`
    : `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}
