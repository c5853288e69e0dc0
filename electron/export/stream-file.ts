import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'

/** Bytes gathered before they are given to the disk. */
const chunkBytes = 256 * 1024

/** The part of a file handle that writing needs; tests put a full or a lying disk behind it. */
export type WritableHandle = {
  readonly write: (
    bytes: Uint8Array,
    offset: number,
    length: number,
  ) => Promise<{ readonly bytesWritten: number }>
  readonly sync: () => Promise<void>
  readonly stat: () => Promise<{ readonly size: number }>
  readonly close: () => Promise<void>
}

/** Opens a new file for writing; refuses one that exists. */
export type OpenFile = (path: string) => Promise<WritableHandle>

/** Size and SHA-256 of what was written. */
export type WrittenFile = { readonly bytes: number; readonly sha256: string }

/** A file that is written piece by piece. `close` must be called, also after a failure. */
export type StreamFile = {
  readonly append: (content: string | Uint8Array) => Promise<void>
  /** Write the rest, make it durable, check that the disk kept every byte. */
  readonly finish: () => Promise<WrittenFile>
  /** Let go of the file; fine to call twice. */
  readonly close: () => Promise<void>
}

export const openNewFile: OpenFile = path => fs.open(path, 'wx', 0o644)

/** Start a new file at `path`. Throws the system's error, here and in every call. */
export async function createStreamFile(path: string, open: OpenFile): Promise<StreamFile> {
  const handle = await open(path)
  const hash = createHash('sha256')
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let bytes = 0
  let isOpen = true
  const flush = async (): Promise<void> => {
    const content = Buffer.concat(waiting, waitingBytes)
    waiting = []
    waitingBytes = 0
    await writeAll(handle, content)
    hash.update(content)
    bytes += content.length
  }
  return {
    append: async given => {
      const content = typeof given === 'string' ? Buffer.from(given, 'utf8') : given
      waiting.push(content)
      waitingBytes += content.length
      if (waitingBytes >= chunkBytes) await flush()
    },
    finish: async () => {
      await flush()
      await handle.sync()
      await checkSize(handle, bytes)
      return { bytes, sha256: hash.digest('hex') }
    },
    close: async () => {
      if (!isOpen) return
      isOpen = false
      await handle.close()
    },
  }
}

/** The system may take less than it is given, and says so only in a number: write until nothing is left. */
async function writeAll(handle: WritableHandle, content: Uint8Array): Promise<void> {
  for (let written = 0; written < content.length;) {
    const { bytesWritten } = await handle.write(content, written, content.length - written)
    if (bytesWritten === 0) throw systemError('ENOSPC', 'The disk took no more bytes')
    written += bytesWritten
  }
}

async function checkSize(handle: WritableHandle, expected: number): Promise<void> {
  const { size } = await handle.stat()
  if (size !== expected) throw systemError('EIO', `The disk kept ${size} of ${expected} bytes`)
}

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
