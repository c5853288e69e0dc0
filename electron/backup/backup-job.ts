import { errorCode } from '../store/explain-error'
import type { Backup, BackedUp, BackupReason } from './backup-names'
import { keepGeneration } from './keep-generation'
import { BadArchive, unpackArchive } from './read-archive'
import { writeArchive } from './write-archive'

/** What is done on the thread of the backups. */
export type BackupJob =
  | {
      readonly kind: 'archive'
      readonly project: BackedUp
      readonly place: string
      readonly serial: number
      readonly reason: BackupReason
      readonly at: string
    }
  | {
      readonly kind: 'generation'
      readonly projectFolder: string
      readonly file: string
      readonly place: string
    }
  | { readonly kind: 'unpack'; readonly archive: string; readonly folder: string }

/** The archive that a job made, when it made one; `bad` says why an archive cannot be used. */
export type BackupDone =
  | { readonly ok: true; readonly backup?: Backup }
  | { readonly ok: false; readonly code?: string | undefined; readonly bad?: string }

/** Runs one job to its end; what is expected to go wrong is in the answer. */
export type RunBackup = (job: BackupJob) => Promise<BackupDone>

/** Run one job in this very thread. */
export const runBackupHere: RunBackup = async job => {
  try {
    switch (job.kind) {
      case 'archive':
        return { ok: true, backup: await writeArchive(job) }
      case 'generation':
        keepGeneration(job.projectFolder, job.file, job.place)
        return { ok: true }
      case 'unpack':
        await unpackArchive(job.archive, job.folder)
        return { ok: true }
    }
  } catch (error) {
    if (error instanceof BadArchive) return { ok: false, bad: error.message }
    const code = errorCode(error)
    if (code === undefined) throw error
    return { ok: false, code }
  }
}
