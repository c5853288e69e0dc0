import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import yazl from 'yazl'
import { checkSize, removeDurably, syncFolder, writeFully } from '../store/durable-write'
import { readOwnFile } from '../store/read-regular-file'
import { isDamagedFile } from './fault-of-bytes'
import type { ArchiveFile, ArchiveList } from './archive-list'
import { archiveListName } from './archive-list'
import { verifyArchive } from './read-archive'
import type { Backup, BackedUp, BackupReason } from './backup-names'
import { archiveName } from './backup-names'
import { listForArchive, printOf, sizeOfProject } from './project-listing'

/** Room that is left on the disk of the backups, in bytes: a backup must not be what fills it. */
const leftFree = 256 * 1024 ** 2

/**
 * Pack a project into a new archive in `place`, read it back and compare every byte, and only then give it
 * its name. Throws the system's error; nothing but the earlier archives is there then.
 */
export async function writeArchive(given: {
  readonly project: BackedUp
  readonly place: string
  readonly serial: number
  readonly reason: BackupReason
  readonly at: string
}): Promise<Backup> {
  const { project, place } = given
  const folder = path.join(place, 'archives')
  fs.mkdirSync(folder, { recursive: true })
  makeSureOfRoom(folder, sizeOfProject(project.folder))
  const print = printOf(project.folder)
  const beside = path.join(folder, `unfinished-${randomBytes(6).toString('hex')}`)
  try {
    const list = await pack(beside, given)
    await verifyArchive(beside, list)
    const backup = {
      serial: given.serial,
      reason: given.reason,
      at: `${given.at.slice(0, 19)}Z`,
      print,
      isDamaged: list.damaged.length > 0,
    }
    const archive = path.join(folder, archiveName(backup))
    fs.renameSync(beside, archive)
    syncFolder(folder)
    return { ...backup, archive }
  } catch (error) {
    removeDurably(beside)
    throw error
  }
}

async function pack(
  target: string,
  { project, reason, at }: Parameters<typeof writeArchive>[0],
): Promise<ArchiveList> {
  const zip = new yazl.ZipFile()
  const files: ArchiveFile[] = []
  const damaged: string[] = []
  const skipped: string[] = []
  const listing = (): ArchiveList => ({
    format: 'assay-backup',
    version: 1,
    project: { id: project.id, name: project.name },
    reason,
    at,
    files,
    damaged,
    skipped,
  })
  const add = (name: string, read: () => Buffer): void => {
    zip.addReadStreamLazy(name, { compressionLevel: 4 }, give => {
      try {
        give(null, Readable.from([read()], { objectMode: false }))
      } catch (error) {
        give(error, Readable.from([]))
      }
    })
  }
  for (const file of listForArchive(project.folder)) {
    const at = path.join(project.folder, ...file.split('/'))
    if (file.includes('\\') || !isReadable(at)) {
      skipped.push(file)
      continue
    }
    add(file, () => {
      const bytes = readOwnFile(at)
      files.push({ file, size: bytes.length, sha256: sha256Of(bytes) })
      if (isDamagedFile(file, bytes)) damaged.push(file)
      return bytes
    })
  }
  add(archiveListName, () => Buffer.from(JSON.stringify(listing(), undefined, 1)))
  zip.end()
  await writeStream(target, zip)
  return listing()
}

async function writeStream(target: string, zip: yazl.ZipFile): Promise<void> {
  const file = fs.openSync(target, 'wx', 0o644)
  let size = 0
  const output = zip.outputStream as Readable
  // The archive reports what could not be read to itself, not to its stream.
  zip.on('error', (error: Error) => output.destroy(error))
  try {
    for await (const chunk of output) {
      writeFully(file, chunk as Buffer)
      size += (chunk as Buffer).length
    }
    fs.fsyncSync(file)
    checkSize(file, size)
  } finally {
    fs.closeSync(file)
  }
}

/** Sparse giants and what cannot be opened are named in the archive's list instead. */
function isReadable(at: string): boolean {
  try {
    fs.accessSync(at, fs.constants.R_OK)
    return fs.lstatSync(at).size <= 256 * 1024 ** 2
  } catch {
    return false
  }
}

function makeSureOfRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = fs.statfsSync(folder)
  if (bavail * bsize < bytes + leftFree)
    throw Object.assign(new Error('There is not enough room for a backup'), { code: 'ENOSPC' })
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
