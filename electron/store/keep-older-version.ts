import fs from 'node:fs'
import path from 'node:path'
import { writeDurably } from './durable-write'
import { pathOfFile } from './project-files'
import { readOwnFile } from './read-regular-file'

/**
 * Keep a file as an older version of the program wrote it, before it is written in the present version.
 * One that was kept before stays as it was. Throws the system's error.
 */
export function keepOlderVersion(projectFolder: string, file: string, version: number): void {
  const kept = path.join(projectFolder, '.assay', `version-${version}`, ...file.split('/'))
  if (fs.existsSync(kept)) return
  fs.mkdirSync(path.dirname(kept), { recursive: true })
  writeDurably(kept, readOwnFile(pathOfFile(projectFolder, file)))
}
