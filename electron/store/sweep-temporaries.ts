import fs from 'node:fs'
import path from 'node:path'
import { isTemporaryName } from './durable-write'
import { projectFolders } from './project-files'

/** Delete what interrupted writes left behind; none of it was ever acknowledged. Call only while the lock is held. */
export function sweepTemporaries(projectFolder: string): void {
  for (const folder of ['.', ...projectFolders]) {
    const at = path.join(projectFolder, folder)
    if (!fs.existsSync(at)) continue
    for (const name of fs.readdirSync(at))
      if (isTemporaryName(name)) fs.rmSync(path.join(at, name), { force: true })
  }
}
