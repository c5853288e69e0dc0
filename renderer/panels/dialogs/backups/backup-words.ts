import type { BackupInfo } from '../../../../shared/ipc/backup-calls'
import { assertNever } from '../../../../shared/outcome/result'

/** A moment written out for people: `29 November 2026, 20:15`; with seconds where several lie in one minute. */
export function writeMoment(at: string, exact: 'minute' | 'second' = 'minute'): string {
  const made = new Date(at)
  const timeStyle = exact === 'minute' ? 'short' : 'medium'
  return `${made.toLocaleDateString('en-GB', { dateStyle: 'long' })}, ${made.toLocaleTimeString('en-GB', { timeStyle })}`
}

/** Why a backup was made. */
export function reasonText(reason: BackupInfo['reason']): string {
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

/** A size for people: `12 KB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000).toLocaleString('en')} KB`
    : `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}
