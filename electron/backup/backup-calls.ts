import fs from 'node:fs'
import path from 'node:path'
import type { Backups } from './backups'
import { backedUp } from './while-open'
import type { BackupList } from '../../shared/ipc/backup-calls'
import type { OpenedProject } from '../../shared/ipc/project-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { cancelled } from '../handlers/setting'
import type { WithStore } from '../handlers/setting'
import type { backupCalls as calls } from '../../shared/ipc/backup-calls'
import type { HandlersOf } from '../ipc/handle-calls'
import type { Settings } from '../settings'
import { renameCopy } from '../store/duplicate-project'
import { explainFileError } from '../store/explain-error'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'
import type { Dialogs } from '../handlers/dialogs'
import type { OpenProjects } from '../handlers/open-projects'

type Setting = {
  readonly settings: Settings
  readonly projects: OpenProjects
  readonly dialogs: Dialogs
  readonly backups: Backups
  readonly surroundings: Surroundings
}

/** The calls about backups. A backup is named by its number and time; its path stays here. */
export function backupCalls(setting: Setting, withStore: WithStore): HandlersOf<typeof calls> {
  const { settings, dialogs, backups } = setting

  const listed = (store: ProjectStore): Result<BackupList> => {
    const folder = settings.backupFolder()
    return succeed({
      backups: backups.list(store).map(({ serial, at, reason, isDamaged, archive }) => ({
        serial,
        at,
        reason,
        isDamaged,
        bytes: fs.statSync(archive).size,
      })),
      ...(folder === undefined ? {} : { folder: path.basename(folder) }),
    })
  }

  return {
    listBackups: ({ project }) => withStore(project, listed),
    makeBackup: ({ project }) =>
      withStore(project, async store => {
        await store.settle()
        const made = await backups.makeBackup(backedUp(store), 'before-restore')
        return made.ok ? listed(store) : made
      }),
    openBackup: ({ project, serial, at }) =>
      withStore(project, async store => {
        const backup = backups.list(store).find(known => known.serial === serial && known.at === at)
        if (backup === undefined)
          return fail('vanished', 'This backup is not there any more. Choose another one.')
        const name = `${store.name()}, ${at.slice(0, 10)}`
        const folder = await dialogs.chooseNewFolder('A folder for the backup', name)
        return folder === undefined ? cancelled : await openCopy(setting, backup, folder, name)
      }),
    chooseBackupFolder: ({ project }) =>
      withStore(project, async store => {
        const folder = await dialogs.chooseBackupFolder()
        if (folder === undefined) return cancelled
        if (!path.relative(store.folder, folder).startsWith('..'))
          return fail(
            'refused',
            'Backups cannot be kept inside the project itself: what harms the one would harm the other. Choose another folder.',
          )
        settings.setBackupFolder(folder)
        return listed(store)
      }),
  }
}

/** Unpacked beside and renamed at the end, so that the copy is whole or absent. */
async function openCopy(
  { backups, projects, surroundings }: Setting,
  backup: Parameters<Backups['unpack']>[0],
  folder: string,
  name: string,
): Promise<Result<OpenedProject>> {
  if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0)
    return fail(
      'refused',
      `The folder “${path.basename(folder)}” is not empty. Choose a new folder.`,
    )
  const beside = `${folder}.unpacking-${surroundings.newId()}`
  try {
    const unpacked = await backups.unpack(backup, beside)
    if (!unpacked.ok) return unpacked
    renameCopy(beside, name, surroundings)
    fs.rmSync(folder, { recursive: true, force: true })
    fs.renameSync(beside, folder)
  } catch (error) {
    return explainFileError(error, 'The backup was not opened')
  } finally {
    fs.rmSync(beside, { recursive: true, force: true })
  }
  return projects.open(folder)
}
