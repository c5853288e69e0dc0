import fs from 'node:fs'
import path from 'node:path'
import { compareText } from '../../shared/annotation/annotation'
import type { ImportFolder } from '../../shared/formats/read-format'
import { readRegularFile } from '../store/read-regular-file'
import { openArchive } from './archive/open-archive'
import type { ArchiveLimits } from './archive/zip-directory'
import { readLines } from './read-lines'

/** What a zip file may unpack to: what a dataset may take of the memory. */
const usualLimits: ArchiveLimits = {
  bytes: 512 * 1024 * 1024,
  entryBytes: 512 * 1024 * 1024,
  entries: 100_000,
}

/** Longest line that is read, in bytes: what it becomes has to fit into a reader's memory. */
const longestLine = 64 * 1024 * 1024

/**
 * The files at `given`: a folder with all that is in it, a zip file with its members, or a lone file.
 * Hidden files and links are left out. Throws the system's error and RefusedFile.
 */
export function openImportFolder(given: string, limits: ArchiveLimits = usualLimits): ImportFolder {
  if (fs.statSync(given).isDirectory()) return folderOnDisk(given, filesUnder(given))
  if (given.toLowerCase().endsWith('.zip')) return membersOf(given, limits)
  return folderOnDisk(path.dirname(given), [path.basename(given)])
}

function folderOnDisk(root: string, names: readonly string[]): ImportFolder {
  const known = new Set(names)
  const fileOf = (name: string): string => {
    if (!known.has(name)) throw new RangeError(`No file ${name}`)
    return path.join(root, ...name.split('/'))
  }
  const bytes = (name: string): Uint8Array => readRegularFile(fileOf(name))
  return {
    names: names.toSorted(compareText),
    bytes,
    text: name => utf8Text(bytes(name)),
    lines: function* (name) {
      for (const line of readLines(fileOf(name), longestLine)) yield utf8Text(line)
    },
  }
}

function filesUnder(root: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map(name => name.split(path.sep).join('/'))
    .filter(name => !name.split('/').some(part => part.startsWith('.')))
}

function membersOf(file: string, limits: ArchiveLimits): ImportFolder {
  const archive = openArchive(readRegularFile(file), limits)
  const names = archive.names.filter(name => !name.split('/').some(part => part.startsWith('.')))
  const known = new Set(names)
  const bytes = (name: string): Uint8Array => {
    const content = known.has(name) ? archive.bytes(name) : undefined
    if (content === undefined) throw new RangeError(`No file ${name}`)
    return content
  }
  return {
    names: names.toSorted(compareText),
    bytes,
    text: name => utf8Text(bytes(name)),
    lines: name => utf8Text(bytes(name))?.split('\n') ?? [undefined],
  }
}

function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n')
  } catch {
    return undefined
  }
}
