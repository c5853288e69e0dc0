import path from 'node:path'
import { placeOf } from '../backup/backup-names'
import type { Backups } from '../backup/backups'
import { projectFileSchema } from '../../shared/project/files'
import { errorCode } from '../store/explain-error'
import { readOwnFile } from '../store/read-regular-file'
import { whyUnusual } from '../store/unusual-file'
import { parseSnapshot } from '../store/snapshot'

/** The id of a project: from its file when that is whole, else from the backups of this very place, else from what can be read. */
export function projectIdOf(folder: string, backups: Backups): string | undefined {
  const text = textOf(path.join(folder, 'project.json'))
  const reading = parseSnapshot(text, projectFileSchema)
  const isWhole = reading.kind === 'good' || reading.kind === 'unsigned'
  const [read] =
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(/"id": "[^"]*"/.exec(text)?.[0] ?? '') ?? []
  if (isWhole) return read
  const [backedUp] = backups.idsAt(path.basename(placeOf('', { id: '', folder })).slice(1))
  return backedUp ?? read
}

function textOf(file: string): string {
  try {
    return readOwnFile(file).toString('utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || whyUnusual(error) !== undefined) return ''
    throw error
  }
}
