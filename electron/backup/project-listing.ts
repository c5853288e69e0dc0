import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isTemporaryName } from '../store/durable-write'

/** Belongs to the running program, or can be made anew. */
const leftOut = ['.assay/lock', '.assay/index.json']

/**
 * Names of all plain files of a project, in the order in which they must be read while it is in use: files
 * first, then the journals that hold all that has gone into them, then articles, which are written before
 * any edit speaks of them. Links are not followed and not listed.
 */
export function listForArchive(projectFolder: string): string[] {
  const files = fs
    .readdirSync(projectFolder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !isTemporaryName(entry.name))
    .map(entry => path.relative(projectFolder, path.join(entry.parentPath, entry.name)))
    .map(name => name.split(path.sep).join('/'))
    .filter(name => !leftOut.includes(name) && !name.startsWith('.git/'))
  return files.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

function rank(file: string): number {
  if (file.startsWith('journal/')) return 1
  return file.startsWith('articles/') || file.startsWith('originals/') ? 2 : 0
}

/** Eight hex digits that change whenever an edit is recorded: the names and sizes of all segments. */
export function printOf(projectFolder: string): string {
  const hash = createHash('sha256')
  for (const file of listForArchive(projectFolder).filter(name => name.startsWith('journal/')))
    hash.update(`${file} ${fs.statSync(path.join(projectFolder, file)).size}\n`)
  return hash.digest('hex').slice(0, 8)
}

/** Size of all that an archive would hold, in bytes. */
export function sizeOfProject(projectFolder: string): number {
  return listForArchive(projectFolder).reduce(
    (sum, file) => sum + fs.statSync(path.join(projectFolder, file)).size,
    0,
  )
}
