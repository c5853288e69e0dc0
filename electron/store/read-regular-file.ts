import fs from 'node:fs'

/** Larger JSON files are refused before they are read: one string may hold 512 MB at most. */
const largestFileBytes = 256 * 1024 * 1024

/** Windows has no such flag and no pipes in folders. */
const nonBlocking = process.platform === 'win32' ? 0 : fs.constants.O_NONBLOCK

/**
 * Bytes of a regular file. Opened without waiting and asked for its kind first, so that a pipe, a device
 * or a folder under that name can neither hang the program nor fill its memory.
 * Throws the system's error; EFTYPE for what is not a regular file, ETOOBIG for one over `limitBytes`.
 */
export function readRegularFile(path: string, limitBytes = largestFileBytes): Buffer {
  const file = fs.openSync(path, fs.constants.O_RDONLY | nonBlocking)
  try {
    const stat = fs.fstatSync(file)
    if (!stat.isFile())
      throw Object.assign(new Error(`${path} is not a regular file`), { code: 'EFTYPE' })
    if (stat.size > limitBytes)
      throw Object.assign(new Error(`${path} has ${stat.size} bytes`), { code: 'ETOOBIG' })
    return fs.readFileSync(file)
  } finally {
    fs.closeSync(file)
  }
}
