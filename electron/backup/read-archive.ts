import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Entry } from 'yauzl'
import { openPromise } from 'yauzl'
import { largestFileBytes } from '../store/read-regular-file'
import { writeDurably } from '../store/durable-write'
import type { ArchiveFile, ArchiveList } from './archive-list'
import { archiveListName, archiveListSchema } from './archive-list'

/** A name inside an archive that is taken as it stands: no way up, no root, no drive, no other separators. */
const plainName = /^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?!.*[\\:\u0000])[^]+$/

/** What is wrong with an archive; the message is for people. */
export class BadArchive extends Error {
  readonly code = 'EBADARCHIVE'
}

/**
 * Every file of an archive in turn, its bytes unpacked and counted. Throws BadArchive when the archive is
 * damaged or would lead somewhere else, the system's error when it cannot be read.
 */
export async function* readArchive(
  archive: string,
  wanted: (file: string) => boolean = () => true,
): AsyncGenerator<{ readonly file: string; readonly bytes: Buffer }> {
  const zip = await openPromise(archive, { strictFileNames: true }).catch(refuse)
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry
      if (!plainName.test(fileName)) throw new BadArchive(`it holds a strange name: ${fileName}`)
      if (!wanted(fileName)) continue
      if (entry.uncompressedSize > largestFileBytes)
        throw new BadArchive(`${fileName} in it is larger than 256 MB`)
      yield { file: fileName, bytes: await unpack(zip, entry) }
    }
  } catch (error) {
    refuse(error)
  } finally {
    zip.close()
  }
}

async function unpack(zip: Awaited<ReturnType<typeof openPromise>>, entry: Entry): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Errors of the system pass; what the reader says of the archive's own bytes becomes a BadArchive. */
function refuse(error: unknown): never {
  if (error instanceof BadArchive || !(error instanceof Error)) throw error
  const { code } = error as NodeJS.ErrnoException
  if (code !== undefined && /^E[A-Z]/.test(code)) throw error
  throw new BadArchive(error.message)
}

/** The list of what an archive holds, from the archive itself. */
export async function readArchiveList(archive: string): Promise<ArchiveList> {
  for await (const { bytes } of readArchive(archive, file => file === archiveListName)) {
    const list = archiveListSchema.safeParse(jsonIn(bytes))
    if (list.success) return list.data
  }
  throw new BadArchive('it has no list of its files')
}

/** `undefined` for what is no JSON: packed files have a checksum, but one that was only stored may still be changed. */
function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Read an archive back and compare every file with the list. Throws BadArchive for the first that differs. */
export async function verifyArchive(archive: string, list: ArchiveList): Promise<void> {
  const expected = new Map(list.files.map(entry => [entry.file, entry]))
  for await (const { file, bytes } of readArchive(archive)) {
    if (file === archiveListName) continue
    if (!isSame(expected.get(file), bytes)) throw new BadArchive(`${file} in it is damaged`)
    expected.delete(file)
  }
  const [missing] = expected.keys()
  if (missing !== undefined) throw new BadArchive(`${missing} is missing in it`)
}

/** Whether bytes are those that the list of an archive says. */
export function isSame(entry: ArchiveFile | undefined, bytes: Buffer): boolean {
  return (
    entry?.size === bytes.length &&
    entry.sha256 === createHash('sha256').update(bytes).digest('hex')
  )
}

/** Verify an archive, and unpack it into `folder`, which must not exist yet. */
export async function unpackArchive(archive: string, folder: string): Promise<void> {
  await verifyArchive(archive, await readArchiveList(archive))
  fs.mkdirSync(folder, { recursive: true })
  for await (const { file, bytes } of readArchive(archive)) {
    if (file === archiveListName) continue
    const target = path.join(folder, ...file.split('/'))
    fs.mkdirSync(path.dirname(target), { recursive: true })
    writeDurably(target, bytes)
  }
}
