import fs from 'node:fs'
import path from 'node:path'
import type { Backups } from './backups'
import type { Backup, BackedUp } from './backup-names'
import { backedUp } from './while-open'
import type { backupCalls as calls, BackupList } from '../../shared/ipc/backup-calls'
import type { ProjectHandle } from '../../shared/ipc/handles'
import type { OpenedProject } from '../../shared/ipc/project-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { cancelled } from '../handlers/setting'
import type { HandlersOf } from '../ipc/handle-calls'
import { projectIdOf } from '../repair/project-id'
import type { Settings } from '../settings'
import { renameCopy } from '../store/duplicate-project'
import { explainFileError } from '../store/explain-error'
import type { Surroundings } from '../store/identity'
import { readProjectHead } from '../store/open-project-file'
import type { Dialogs } from '../handlers/dialogs'
import type { OpenProjects } from '../handlers/open-projects'
import type { Upkeep } from '../upkeep/run-upkeep'
import type { UpkeepProgress } from '../upkeep/upkeep-job'

type Setting = {
  readonly settings: Settings
  readonly projects: OpenProjects
  readonly dialogs: Dialogs
  readonly backups: Backups
  readonly surroundings: Surroundings
  readonly upkeep: Upkeep
  readonly onUpkeepProgress: (progress: UpkeepProgress) => void
}

const vanished = fail('vanished', 'This backup is not there any more. Choose another one.')

/**
 * The calls about backups, also those of a project that cannot be opened. A backup is named by its number
 * and time; its path stays here.
 */
export function backupCalls(setting: Setting): HandlersOf<typeof calls> {
  const { settings, projects, dialogs, backups } = setting

  /** What is backed up of a project, be it open or not; waits until its files are up to date. */
  const withProject = async <Value>(
    project: ProjectHandle,
    use: (known: BackedUp) => Result<Value> | Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const store = projects.get(project)
    if (store.ok) {
      if (store.value.readOnly === undefined) await store.value.settle()
      return use(backedUp(store.value))
    }
    const folder = projects.folderOf(project)
    return folder === undefined ? store : use(ofFolder(folder, backups))
  }

  const listed = ({ id }: BackedUp): Result<BackupList> => {
    const folder = settings.backupFolder()
    return succeed({
      backups: backups.list({ id }).map(({ serial, at, reason, isDamaged, archive }) => ({
        serial,
        at,
        reason,
        isDamaged,
        bytes: fs.statSync(archive).size,
      })),
      ...(folder === undefined ? {} : { folder: path.basename(folder) }),
    })
  }

  const find = (known: BackedUp, serial: number, at: string): Backup | undefined =>
    backups.list(known).find(backup => backup.serial === serial && backup.at === at)

  return {
    listBackups: ({ project }) => withProject(project, listed),
    makeBackup: ({ project }) =>
      withProject(project, async known => {
        const id = known.id === '' ? setting.surroundings.newId() : known.id
        const made = await backups.makeBackup({ ...known, id }, 'before-restore')
        return made.ok ? listed(known) : made
      }),
    openBackup: ({ project, serial, at }) =>
      withProject(project, async known => {
        const backup = find(known, serial, at)
        if (backup === undefined) return vanished
        const name = `${known.name}, ${at.slice(0, 10)}`
        const folder = await dialogs.chooseNewFolder('A folder for the backup', name)
        return folder === undefined ? cancelled : await openCopy(setting, backup, folder, name)
      }),
    compareBackup: ({ project, serial, at }) =>
      withProject(project, known => {
        const backup = find(known, serial, at)
        if (backup === undefined) return vanished
        const { archive } = backup
        return setting.upkeep.run(
          { kind: 'compare', folder: known.folder, archive },
          setting.onUpkeepProgress,
        )
      }),
    chooseBackupFolder: ({ project }) =>
      withProject(project, async known => {
        const folder = await dialogs.chooseBackupFolder()
        if (folder === undefined) return cancelled
        if (!path.relative(known.folder, folder).startsWith('..'))
          return fail(
            'refused',
            'Backups cannot be kept inside the project itself: what harms the one would harm the other. Choose another folder.',
          )
        settings.setBackupFolder(folder)
        return listed(known)
      }),
  }
}

/** A project that is not open; its id may stand only in the names of its backups. */
function ofFolder(folder: string, backups: Backups): BackedUp {
  const head = readProjectHead(folder)
  const name = head.ok ? head.value.name : path.basename(folder)
  return { folder, name, id: projectIdOf(folder, backups) ?? '' }
}

/** Unpacked beside and renamed at the end, so that the copy is whole or absent. */
async function openCopy(
  { backups, projects, surroundings }: Setting,
  backup: Backup,
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
