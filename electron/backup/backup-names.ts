import { createHash } from 'node:crypto'
import path from 'node:path'
import { realFolder } from '../store/real-folder'

/** Why a backup was made; `before-restore` are also those that somebody asked for. */
export const backupReasons = [
  'daily',
  'before-restore',
  'before-repair',
  'before-merge',
  'before-migration',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** What is backed up: where it lies and which project it is. */
export type BackedUp = { readonly folder: string; readonly id: string; readonly name: string }

/** One archive of a whole project. */
export type Backup = {
  /** Path of the zip file. */
  readonly archive: string
  /** Counts up with every archive of a project: the order of backups, whatever the clock said. */
  readonly serial: number
  readonly reason: BackupReason
  /** When it was made, UTC to the second, by the clock of that moment. */
  readonly at: string
  /** Changes when the project does. */
  readonly print: string
  /** Something in the project was damaged already when it was made. */
  readonly isDamaged: boolean
}

/**
 * Folder of a project's backups below `root`: its id, and its place on the disk, because two copies of a
 * project have one id and must not push each other's backups out.
 */
export function placeOf(root: string, { id, folder }: Pick<BackedUp, 'id' | 'folder'>): string {
  const place = createHash('sha256').update(realFolder(folder)).digest('hex').slice(0, 8)
  return path.join(root, `${id}.${place}`)
}

export function archiveName(backup: Omit<Backup, 'archive'>): string {
  const serial = String(backup.serial).padStart(6, '0')
  const time = backup.at.replaceAll(':', '')
  const damaged = backup.isDamaged ? '.damaged' : ''
  return `${serial}.${backup.reason}.${time}.${backup.print}${damaged}.zip`
}

const namePattern =
  /^(\d{6,})\.([a-z-]+)\.(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\d)Z\.([0-9a-f]{8})(\.damaged)?\.zip$/

/** What the name of an archive says, or `undefined` for a file that is none. */
export function readArchiveName(archive: string): Backup | undefined {
  const parts = namePattern.exec(path.basename(archive))
  const reason = backupReasons.find(known => known === parts?.[2])
  if (parts === null || reason === undefined) return undefined
  const [, serial = '', , day = '', hour = '', minute = '', second = '', print = '', mark] = parts
  return {
    archive,
    serial: Number(serial),
    reason,
    at: `${day}${hour}:${minute}:${second}Z`,
    print,
    isDamaged: mark !== undefined,
  }
}
