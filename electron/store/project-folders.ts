import fs from 'node:fs'
import path from 'node:path'
import { errorCode } from './explain-error'
import { projectFolders } from './project-files'

/**
 * Make sure that the folders of a project are folders, and not links to somewhere else; make those that are
 * missing when the project may be written (git keeps no empty folders).
 * Throws the system's error: ELOOP for a link, ENOTDIR for anything else that is no folder.
 */
export function prepareFolders(projectFolder: string, mayWrite: boolean): void {
  for (const child of projectFolders) {
    const at = path.join(projectFolder, child)
    const code = faultOfFolder(at)
    if (code === 'ENOENT') {
      if (mayWrite) fs.mkdirSync(at)
    } else if (code !== undefined)
      throw Object.assign(new Error(`${at} is no folder`), { code, path: at })
  }
}

/** What is wrong with a folder, as the system would name it; `undefined` when it is one. */
export function faultOfFolder(at: string): 'ENOENT' | 'ELOOP' | 'ENOTDIR' | undefined {
  try {
    const stat = fs.lstatSync(at)
    if (stat.isSymbolicLink()) return 'ELOOP'
    return stat.isDirectory() ? undefined : 'ENOTDIR'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'ENOENT'
    throw error
  }
}
