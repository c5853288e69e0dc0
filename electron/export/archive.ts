import fs from 'node:fs'
import path from 'node:path'
import { Zip, ZipDeflate } from 'fflate'
import type { StreamFile } from './stream-file'

/** Members keep the first moment a zip file can name, so that the same content gives the same bytes. */
const noTime = new Date(1980, 0, 1)

/** Bytes of a member that are read at a time. */
const chunkBytes = 256 * 1024

export type ArchiveMember = {
  /** Path inside the archive, `/` between its parts. */
  readonly name: string
  /** Path of the file on disk that holds its content. */
  readonly content: string
}

/**
 * Pack the members into a zip archive, in their order, piece by piece. Throws the system's error. Archives
 * and members end at 4 GB, which is as far as every reader of these formats goes.
 */
export async function packArchive(
  archive: StreamFile,
  members: readonly ArchiveMember[],
): Promise<void> {
  const packed: Uint8Array[] = []
  let failure: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error === null) packed.push(chunk)
    else failure = error
  })
  const flush = async (): Promise<void> => {
    if (failure !== undefined) throw failure
    for (const chunk of packed.splice(0)) await archive.append(chunk)
  }
  for (const { name, content } of members) {
    const member = new ZipDeflate(name, { level: 6 })
    member.mtime = noTime
    zip.add(member)
    for await (const chunk of fs.createReadStream(content, { highWaterMark: chunkBytes })) {
      member.push(chunk as Uint8Array)
      await flush()
    }
    member.push(new Uint8Array(0), true)
    await flush()
  }
  zip.end()
  await flush()
}

/** Name on disk for member number `index` of an archive while it waits to be packed. */
export function waitingMember(folder: string, index: number): string {
  return path.join(folder, String(index).padStart(6, '0'))
}
