import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import { writeFully } from '../../store/durable-write'
import { explainFileError } from '../../store/explain-error'
import { schemaOfFile } from '../../store/project-files'
import { readRegularFile } from '../../store/read-regular-file'
import { openArchive } from '../archive/open-archive'
import type { Archive } from '../archive/open-archive'
import type { ArchiveLimits } from '../archive/zip-directory'
import { RefusedFile } from '../refused-file'

/** What a zipped project may unpack to. */
const limits: ArchiveLimits = {
  bytes: 4 * 1024 * 1024 * 1024,
  entryBytes: 256 * 1024 * 1024,
  entries: 500_000,
}

/** A folder with a project to read; `release` removes it when it was unpacked for this. */
export type OtherCopy = { readonly folder: string; readonly release: () => void }

/** The copy at `given`, a project's folder or a zip file of one, as a folder. Nothing of it is changed. */
export function openOtherCopy(given: string): Result<OtherCopy> {
  const name = path.basename(given)
  const what = `“${name}” could not be read, so nothing was merged`
  try {
    if (fs.statSync(given).isDirectory())
      return succeed({ folder: given, release: () => undefined })
    return unpackCopy(openArchive(readRegularFile(given), limits), name)
  } catch (error) {
    if (error instanceof RefusedFile)
      return fail(
        'damaged',
        `${what}: ${error.message}. Ask for the copy once more, or merge its unpacked folder.`,
      )
    return explainFileError(error, what)
  }
}

function unpackCopy(archive: Archive, name: string): Result<OtherCopy> {
  const root = rootOf(archive.names)
  if (root === undefined)
    return fail(
      'not-a-project',
      `“${name}” holds no Assay project: there is no project.json in it. Nothing was merged. Choose the folder of the other copy, or a zip file of that folder.`,
    )
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-merge-'))
  const release = (): void => {
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    for (const member of archive.names) {
      const file = member.startsWith(root) ? member.slice(root.length) : undefined
      if (file === undefined || !isOfProject(file)) continue
      const bytes = archive.bytes(member)
      if (bytes !== undefined) writeNew(path.join(folder, ...file.split('/')), bytes)
    }
    return succeed({ folder, release })
  } catch (error) {
    release()
    throw error
  }
}

/** What stands before `project.json` in the names of the zip file; the uppermost one when there are several. */
function rootOf(names: readonly string[]): string | undefined {
  return names
    .filter(name => name === 'project.json' || name.endsWith('/project.json'))
    .map(name => name.slice(0, -'project.json'.length))
    .sort((a, b) => a.split('/').length - b.split('/').length)[0]
}

/** Only files of these names are ever unpacked, so that nothing in a zip file can lead elsewhere. */
function isOfProject(file: string): boolean {
  return (
    schemaOfFile(file) !== undefined ||
    /^originals\/[\w-]+\.\w+$/.test(file) ||
    /^journal\/[\w.-]+\/\d{10}\.log$/.test(file)
  )
}

function writeNew(target: string, bytes: Uint8Array): void {
  fs.mkdirSync(path.dirname(target), { recursive: true })
  const file = fs.openSync(target, 'wx')
  try {
    writeFully(file, bytes)
  } finally {
    fs.closeSync(file)
  }
}
