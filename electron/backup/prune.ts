import type { Backup } from './backup-names'

/** Archives kept: one a day for this many days on which something was done … */
const dailyKept = 14
/** … and this many of those made before something large was changed. */
const othersKept = 10
/** All archives of one project together take no more than this many bytes, as long as two remain. */
const mostBytes = 4 * 1024 ** 3

/**
 * The archives that have to go, now that a newer one is verified. Counted, never by age: a clock that jumps
 * makes no backup old. One that holds damage never pushes out a whole one.
 */
export function prunable(
  backups: readonly Backup[],
  sizeOf: (backup: Backup) => number,
): readonly Backup[] {
  const newest = backups.toSorted((a, b) => b.serial - a.serial)
  const whole = newest.filter(({ isDamaged }) => !isDamaged)
  const kept = [
    ...whole.filter(({ reason }) => reason === 'daily').slice(0, dailyKept),
    ...whole.filter(({ reason }) => reason !== 'daily').slice(0, othersKept),
    ...newest.filter(({ isDamaged }) => isDamaged).slice(0, 3),
  ].sort((a, b) => b.serial - a.serial)
  const safe = new Set(whole.slice(0, 2))
  let bytes = 0
  const staying = new Set(
    kept.filter(backup => {
      bytes += sizeOf(backup)
      return safe.has(backup) || bytes <= mostBytes
    }),
  )
  return backups.filter(backup => !staying.has(backup))
}

/** Whether a daily archive is to be made: none of today is there, and the project is not as the newest one has it. */
export function isDailyDue(backups: readonly Backup[], at: string, print: string): boolean {
  const whole = backups.filter(({ isDamaged }) => !isDamaged)
  const newest = whole.toSorted((a, b) => b.serial - a.serial)[0]
  if (newest?.print === print) return false
  return !whole.some(
    backup => backup.reason === 'daily' && backup.at.slice(0, 10) === at.slice(0, 10),
  )
}
