import fs from 'node:fs'
import path from 'node:path'
import { writeDurably } from './durable-write'

/** Keep what stands at a file of the project where a person can still look at it; gives the copy's name below the project. */
export function keepCopyAside(projectFolder: string, file: string): string {
  const aside = freeNameAside(projectFolder, file)
  writeDurably(path.join(projectFolder, aside), fs.readFileSync(path.join(projectFolder, file)))
  return aside
}

/** Move a file of the project out of the way, where a person can still look at it; gives its new name below the project. */
export function moveAside(projectFolder: string, file: string): string {
  const aside = freeNameAside(projectFolder, file)
  fs.renameSync(path.join(projectFolder, file), path.join(projectFolder, aside))
  return aside
}

function freeNameAside(projectFolder: string, file: string): string {
  fs.mkdirSync(path.join(projectFolder, '.assay', 'damaged'), { recursive: true })
  const name = file.replaceAll(/[/\\]/g, '-')
  for (let number = 1; ; number += 1) {
    const aside = `.assay/damaged/${number}-${name}`
    if (!fs.existsSync(path.join(projectFolder, aside))) return aside
  }
}
