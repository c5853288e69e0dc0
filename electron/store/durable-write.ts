import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Longest that a rename is tried again while another program (a virus scanner, a syncing folder) holds the file. */
const renamePatienceMs = 10_000

/**
 * Replace the file at `target` by `bytes`, or leave it as it was: a temporary file in the same folder,
 * a write loop that honours short writes, fsync, a check of the size, rename, fsync of the folder.
 * When it returns, the bytes survive a power cut. Throws the system's error; the temporary file is gone then.
 * Own code because the usual packages ignore short writes and destroy the good file on a nearly full disk.
 */
export function writeDurably(target: string, bytes: Uint8Array | string): void {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes
  const temporary = temporaryNameFor(target)
  try {
    const file = fs.openSync(temporary, 'wx', 0o644)
    try {
      writeFully(file, content)
      fs.fsyncSync(file)
      checkSize(file, content.length)
    } finally {
      fs.closeSync(file)
    }
    renamePatiently(temporary, target)
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(path.dirname(target))
}

/** Write all of `content` at the file's position: the system may take less than it is given. */
export function writeFully(file: number, content: Uint8Array): void {
  let written = 0
  while (written < content.length) {
    const count = fs.writeSync(file, content, written, content.length - written)
    if (count === 0)
      throw Object.assign(new Error('The disk took no more bytes'), { code: 'ENOSPC' })
    written += count
  }
}

/** A system that reports success but kept less is caught here, before the good file is replaced. */
export function checkSize(file: number, expected: number): void {
  const { size } = fs.fstatSync(file)
  if (size !== expected)
    throw Object.assign(new Error(`The disk kept ${size} of ${expected} bytes`), { code: 'EIO' })
}

/** Delete a file so that it stays deleted after a power cut; a missing file is fine. */
export function removeDurably(target: string): void {
  fs.rmSync(target, { force: true })
  syncFolder(path.dirname(target))
}

/** Make names created, renamed or removed in `folder` durable. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

const temporaryMark = '.assay-tmp-'

/** A name beside `target` that nothing else has. */
export function temporaryNameFor(target: string): string {
  return `${target}${temporaryMark}${randomBytes(6).toString('hex')}`
}

/** True for the name of a temporary file of `writeDurably`: one that is left was never acknowledged. */
export function isTemporaryName(name: string): boolean {
  return name.includes(temporaryMark)
}

/** Rename, waiting a while for another program that holds the file. Throws the system's error. */
export function renamePatiently(from: string, to: string): void {
  // Not the clock, which may be set back meanwhile.
  const deadline = performance.now() + renamePatienceMs
  for (let pauseMs = 10; ; pauseMs = Math.min(pauseMs * 2, 500)) {
    try {
      fs.renameSync(from, to)
      return
    } catch (error) {
      const busy = process.platform === 'win32' ? ['EPERM', 'EACCES', 'EBUSY'] : ['EBUSY']
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (!busy.includes(code) || performance.now() > deadline) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
    }
  }
}
