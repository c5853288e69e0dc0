import path from 'node:path'
import type { Settings } from '../settings'

/** Where backups are kept: the folder the user chose, else one of the program's own; the latter is always looked into, too. */
export function backupRoots(
  settings: Pick<Settings, 'backupFolder'>,
  userData: string,
): { readonly root: () => string; readonly earlierRoots: readonly string[] } {
  const own = path.join(userData, 'backups')
  return { root: () => settings.backupFolder() ?? own, earlierRoots: [own] }
}
