import fs from 'node:fs/promises'
import path from 'node:path'
import { renamePatiently, syncFolder, temporaryNameFor } from './durable-write'

/** Files that are made durable at the same time: a disk does several in the time of one. */
const mostAtOnce = 16

export type FileToWrite = { readonly target: string; readonly bytes: Uint8Array | string }

/**
 * What `writeDurably` does, for many new files at once: each is complete under its name or absent, and when
 * this resolves all of them survive a power cut. Rejects with the system's error; a file of the call may
 * then be there and another not, and no temporary one is left.
 */
export async function writeTogether(files: readonly FileToWrite[]): Promise<void> {
  const written: { readonly temporary: string; readonly target: string }[] = []
  try {
    for (let from = 0; from < files.length; from += mostAtOnce) {
      const group = files.slice(from, from + mostAtOnce).map(file => {
        const entry = { temporary: temporaryNameFor(file.target), target: file.target }
        written.push(entry)
        return writeTemporary(entry.temporary, file.bytes)
      })
      // All of them have ended before one that failed is reported, so that none is written afterwards.
      for (const outcome of await Promise.allSettled(group))
        if (outcome.status === 'rejected') throw outcome.reason
    }
    for (const { temporary, target } of written) renamePatiently(temporary, target)
  } catch (error) {
    await Promise.all(written.map(({ temporary }) => fs.rm(temporary, { force: true })))
    throw error
  }
  for (const folder of new Set(files.map(({ target }) => path.dirname(target)))) syncFolder(folder)
}

async function writeTemporary(temporary: string, bytes: Uint8Array | string): Promise<void> {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes
  const file = await fs.open(temporary, 'wx', 0o644)
  try {
    for (let written = 0; written < content.length;) {
      const { bytesWritten } = await file.write(content, written, content.length - written)
      if (bytesWritten === 0)
        throw Object.assign(new Error('The disk took no more bytes'), { code: 'ENOSPC' })
      written += bytesWritten
    }
    await file.sync()
    const { size } = await file.stat()
    if (size !== content.length)
      throw Object.assign(new Error(`The disk kept ${size} of ${content.length} bytes`), {
        code: 'EIO',
      })
  } finally {
    await file.close()
  }
}
