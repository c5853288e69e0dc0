import { createHash, randomUUID } from 'node:crypto'
import { errorCode } from './explain-error'
import { pathOfFile } from './project-files'
import { readRegularFile } from './read-regular-file'

/** Hashes of a file's bytes before and after a snapshot of it was written; `undefined` while it is missing. */
export type WrittenOver = {
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Tells whether files are what they were, apart from what this program wrote into them itself. */
export type FileLineages = {
  /**
   * The same number as long as nobody else has changed the file; 0 for one that nobody else ever wrote.
   * Reads the bytes each time: neither times nor sizes of files are trusted.
   */
  readonly of: (file: string) => number
  /** This program wrote the file. Goes on with its number only if what was written over was known. */
  readonly noteWritten: (file: string, written: WrittenOver) => void
}

export function fileLineages(projectFolder: string): FileLineages {
  const known = new Map<string, { readonly digest: string | undefined; readonly lineage: number }>()
  let last = 0
  return {
    of: file => {
      const digest = digestOfFile(pathOfFile(projectFolder, file))
      const before = known.get(file)
      if (before !== undefined && before.digest === digest) return before.lineage
      const isNobodys = before === undefined && digest === undefined
      if (!isNobodys) last += 1
      known.set(file, { digest, lineage: isNobodys ? 0 : last })
      return isNobodys ? 0 : last
    },
    noteWritten: (file, { before, after }) => {
      const entry = known.get(file) ?? { digest: undefined, lineage: 0 }
      if (entry.digest === before) known.set(file, { digest: after, lineage: entry.lineage })
    },
  }
}

/** SHA-256 of a file's bytes; `undefined` when it is not there. One that cannot be read never equals itself. */
function digestOfFile(path: string): string | undefined {
  try {
    return digestOf(readRegularFile(path))
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? undefined : randomUUID()
  }
}

/** SHA-256 in hex digits. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
