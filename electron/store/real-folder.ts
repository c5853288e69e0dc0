import fs from 'node:fs'
import path from 'node:path'

/** The folder itself, by whatever link it was reached; a folder that is not there keeps its name. */
export function realFolder(folder: string): string {
  try {
    return fs.realpathSync(folder)
  } catch {
    return path.resolve(folder)
  }
}
