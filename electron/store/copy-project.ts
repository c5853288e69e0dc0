import fs from 'node:fs'
import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { isTemporaryName, syncFolder } from './durable-write'
import { explainFileError } from './explain-error'

/** Parts of `.assay` that belong to the original alone. */
const leftBehind = ['lock', 'index.json']

/**
 * Copy a whole project as it stands on the disk, its history included. Made beside under `besideName` and
 * renamed at the end, so that the copy is whole or absent, and durable when this returns. The original is
 * only read. `change` may change the copy before anybody sees it; `what` begins the message of a failure:
 * "The project was not duplicated".
 */
export function copyProject(
  from: string,
  to: string,
  how: {
    readonly besideName: string
    readonly what: string
    readonly change?: (copy: string) => void
  },
): Result<{ readonly folder: string }> {
  if (!path.relative(from, to).startsWith('..'))
    return fail(
      'refused',
      'A copy cannot be made inside the project itself. Choose another folder.',
    )
  if (fs.existsSync(to) && fs.readdirSync(to).length > 0)
    return fail('refused', `The folder “${path.basename(to)}” is not empty. Choose a new folder.`)
  const beside = `${to}.copying-${how.besideName}`
  try {
    fs.cpSync(from, beside, {
      recursive: true,
      errorOnExist: true,
      filter: source => {
        const inside = path.relative(path.join(from, '.assay'), source)
        return !leftBehind.includes(inside) && !isTemporaryName(source)
      },
    })
    how.change?.(beside)
    syncTree(beside)
    fs.rmSync(to, { recursive: true, force: true })
    fs.renameSync(beside, to)
    syncFolder(path.dirname(to))
    return succeed({ folder: to })
  } catch (error) {
    fs.rmSync(beside, { recursive: true, force: true })
    return explainFileError(error, how.what)
  }
}

/** Make everything in a folder durable. */
function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) syncTree(at)
    else if (entry.isFile()) syncFile(at)
  }
  syncFolder(folder)
}

function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
