import fs from 'node:fs'

/** Larger JSON files are refused before they are read: one string may hold 512 MB at most. */
export const largestFileBytes = 256 * 1024 * 1024

/** Windows has no such flag and no pipes in folders. */
const nonBlocking = process.platform === 'win32' ? 0 : fs.constants.O_NONBLOCK
const noFollow = process.platform === 'win32' ? 0 : fs.constants.O_NOFOLLOW

/**
 * Bytes of a regular file. Opened without waiting and asked for its kind first, so that a pipe, a device
 * or a folder under that name can neither hang the program nor fill its memory.
 * Throws the system's error; EFTYPE for what is not a regular file, ETOOBIG for one over `limitBytes`.
 */
export function readRegularFile(path: string, limitBytes = largestFileBytes): Buffer {
  return readOpened(path, fs.constants.O_RDONLY | nonBlocking, limitBytes)
}

/**
 * The same for a file of a project, which is never a link: a link could lead out of the project's folder.
 * Throws ELOOP for one.
 */
export function readOwnFile(path: string, limitBytes = largestFileBytes): Buffer {
  if (noFollow === 0 && fs.lstatSync(path).isSymbolicLink())
    throw Object.assign(new Error(`${path} is a link`), { code: 'ELOOP', path })
  return readOpened(path, fs.constants.O_RDONLY | nonBlocking | noFollow, limitBytes)
}

function readOpened(path: string, flags: number, limitBytes: number): Buffer {
  const file = fs.openSync(path, flags)
  try {
    const stat = fs.fstatSync(file)
    if (!stat.isFile())
      throw Object.assign(new Error(`${path} is not a regular file`), { code: 'EFTYPE', path })
    if (stat.size > limitBytes)
      throw Object.assign(new Error(`${path} has ${stat.size} bytes`), { code: 'ETOOBIG', path })
    return fs.readFileSync(file)
  } finally {
    fs.closeSync(file)
  }
}
