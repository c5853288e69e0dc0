import fs from 'node:fs'
import path from 'node:path'
import { removeDurably, writeDurably } from '../store/durable-write'
import { pathOfFile } from '../store/project-files'
import { readOwnFile } from '../store/read-regular-file'
import { isDamagedFile } from './fault-of-bytes'

/** Good versions of a file that are kept beside the present one. */
const generationsKept = 5

/**
 * Keep a file as it is now among its generations in `place`. Only a whole one is kept, it is read back
 * before an older one goes, and damaged ones never count among those that are kept.
 * Throws the system's error.
 */
export function keepGeneration(projectFolder: string, file: string, place: string): void {
  const at = pathOfFile(projectFolder, file)
  if (!fs.existsSync(at)) return
  const bytes = readOwnFile(at)
  if (isDamagedFile(file, bytes)) return
  const folder = folderOf(place, file)
  fs.mkdirSync(folder, { recursive: true })
  const names = generationNames(folder)
  const newest = names.at(-1)
  if (newest !== undefined && fs.readFileSync(path.join(folder, newest)).equals(bytes)) return
  const serial = newest === undefined ? 1 : Number.parseInt(newest, 10) + 1
  const kept = path.join(folder, `${String(serial).padStart(8, '0')}.json`)
  writeDurably(kept, bytes)
  if (!fs.readFileSync(kept).equals(bytes))
    throw Object.assign(new Error('The backup reads otherwise than it was written'), {
      code: 'EIO',
    })
  const good = generationNames(folder).filter(
    name => !isDamagedFile(file, fs.readFileSync(path.join(folder, name))),
  )
  for (const name of good.slice(0, -generationsKept)) removeDurably(path.join(folder, name))
}

/** One of the last good versions of a file, and when it was kept (UTC). */
export type KeptGeneration = { readonly bytes: Buffer; readonly at: string }

/** The generations of a file that are whole, the newest first. */
export function goodGenerations(place: string, file: string): KeptGeneration[] {
  const folder = folderOf(place, file)
  if (!fs.existsSync(folder)) return []
  return generationNames(folder)
    .reverse()
    .map(name => ({
      bytes: fs.readFileSync(path.join(folder, name)),
      at: fs.statSync(path.join(folder, name)).mtime.toISOString(),
    }))
    .filter(({ bytes }) => !isDamagedFile(file, bytes))
}

function folderOf(place: string, file: string): string {
  return path.join(place, 'generations', ...file.replace(/\.json$/, '').split('/'))
}

function generationNames(folder: string): string[] {
  return fs
    .readdirSync(folder)
    .filter(name => /^\d{8}\.json$/.test(name))
    .sort()
}
