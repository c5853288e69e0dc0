import fs from 'node:fs'
import path from 'node:path'
import { schemaOfFile } from './project-files'

/** How programs that sync folders name the version they could not bring together with ours. */
const conflictName = /conflicted copy|sync-conflict|\(conflict|[-_.]conflict|case conflict/i
const places = ['.', 'sources', 'annotators', 'metadata', 'annotations']

/** A version of `file` that a syncing program put beside it as `copy`, both below the project. */
export type ConflictCopy = { readonly file: string; readonly copy: string }

/** All such versions of files of the project. */
export function conflictCopiesIn(projectFolder: string): ConflictCopy[] {
  return places.flatMap(place =>
    namesIn(path.join(projectFolder, place))
      .filter(name => name.endsWith('.json') && conflictName.test(name))
      .flatMap(name => {
        const copy = path.posix.join(place, name)
        const file = originalOf(copy)
        return file === undefined ? [] : [{ file, copy }]
      }),
  )
}

/** The longest beginning of the copy's name that, with its ending, names a file of a project. */
function originalOf(copy: string): string | undefined {
  for (let length = copy.length - 1; length > 0; length -= 1) {
    const file = `${copy.slice(0, length)}.json`
    if (schemaOfFile(file) !== undefined) return file
  }
  return undefined
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}
