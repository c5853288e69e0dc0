import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Comparison } from '../../shared/project/compare/comparison'
import type { OnRead } from '../check/check-project'
import { openToRead } from '../import/merge/open-to-read'
import { writeFully } from '../store/durable-write'
import { explainFileError } from '../store/explain-error'
import type { Surroundings } from '../store/identity'
import { articleOfFile, editedBetween, sameFiles } from './alike-articles'
import { compareStates } from './compare-states'
import { BadArchive, isSame, readArchive, readArchiveList } from './read-archive'

/**
 * How a project differs now from what it was in a backup. Nothing of either is changed. Only articles that
 * are not the same in both are unpacked and read: most of a large project is.
 */
export async function compareBackup(
  archive: string,
  projectFolder: string,
  surroundings: Surroundings,
  onRead: OnRead,
): Promise<Result<Comparison>> {
  const unpacked = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-backup-'))
  try {
    const alike = await unpackWhatDiffers(archive, projectFolder, unpacked)
    const then = await openToRead(unpacked, surroundings)
    if (!then.ok) return then
    const now = await openToRead(projectFolder, surroundings)
    if (!now.ok)
      return fail(
        now.error.kind,
        `The two cannot be compared: ${now.error.message} Mend the project first, or open the backup as a copy.`,
      )
    try {
      return succeed(compareStates(then.value, now.value, alike, onRead))
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

/** Gives the articles that are the same in both, and so were left out. Throws BadArchive. */
async function unpackWhatDiffers(
  archive: string,
  projectFolder: string,
  target: string,
): Promise<ReadonlySet<string>> {
  const list = await readArchiveList(archive)
  const entries = new Map(list.files.map(entry => [entry.file, entry]))
  const same = sameFiles(list.files, projectFolder)
  const unpack = async (isWanted: (article: string | undefined) => boolean): Promise<void> => {
    const wanted = (file: string): boolean =>
      entries.has(file) &&
      !/^(?:originals|quarantine|\.assay)\//.test(file) &&
      isWanted(articleOfFile(file))
    for await (const { file, bytes } of readArchive(archive, wanted)) {
      if (!isSame(entries.get(file), bytes)) throw new BadArchive(`${file} in it is damaged`)
      writeNew(path.join(target, ...file.split('/')), bytes)
    }
  }
  await unpack(article => article === undefined || !same.has(article))
  const edited = editedBetween(target, projectFolder)
  const stillNeeded = new Set([...same].filter(article => edited.has(article)))
  if (stillNeeded.size > 0)
    await unpack(article => article !== undefined && stillNeeded.has(article))
  return new Set([...same].filter(article => !edited.has(article)))
}

/** Read once and thrown away, so it need not be durable. */
function writeNew(target: string, bytes: Uint8Array): void {
  fs.mkdirSync(path.dirname(target), { recursive: true })
  const file = fs.openSync(target, 'wx')
  try {
    writeFully(file, bytes)
  } finally {
    fs.closeSync(file)
  }
}
