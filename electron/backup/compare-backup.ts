import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Comparison } from '../../shared/project/compare/comparison'
import type { OnRead } from '../check/check-project'
import { openToRead } from '../import/merge/open-to-read'
import { explainFileError } from '../store/explain-error'
import type { Surroundings } from '../store/identity'
import { compareStates } from './compare-states'
import { BadArchive, unpackArchive } from './read-archive'

/** How a project differs now from what it was in a backup. Nothing of either is changed. */
export async function compareBackup(
  archive: string,
  projectFolder: string,
  surroundings: Surroundings,
  onRead: OnRead,
): Promise<Result<Comparison>> {
  const unpacked = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-backup-'))
  try {
    await unpackArchive(archive, unpacked)
    const then = await openToRead(unpacked, surroundings)
    if (!then.ok) return then
    const now = await openToRead(projectFolder, surroundings)
    if (!now.ok)
      return fail(
        now.error.kind,
        `The two cannot be compared: ${now.error.message} Mend the project first, or open the backup as a copy.`,
      )
    try {
      return succeed(compareStates(then.value, now.value, onRead))
    } finally {
      await then.value.close()
      await now.value.close()
    }
  } catch (error) {
    if (error instanceof BadArchive)
      return fail('damaged', `This backup cannot be used: ${error.message}. Choose an earlier one.`)
    return explainFileError(error, 'The backup was not compared')
  } finally {
    fs.rmSync(unpacked, { recursive: true, force: true })
  }
}
