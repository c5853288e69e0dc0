import fs from 'node:fs'
import path from 'node:path'
import { isTemporaryName } from '../store/durable-write'
import { errorCode } from '../store/explain-error'
import { projectFolders, schemaOfFile } from '../store/project-files'
import { faultOfFolder } from '../store/project-folders'
import { largestFileBytes } from '../store/read-regular-file'
import type { Find } from './finding'

/** Folders whose files are checked one by one. `.assay` can be done without and is not looked into. */
const checkedFolders = projectFolders.filter(folder => folder !== '.assay')

/** What a project's folders hold, as far as it can be read: names below the project folder. */
export type Tree = {
  /** Files with the name of a snapshot or an article, by their folder. */
  readonly named: (folder: string) => readonly string[]
  readonly originals: readonly string[]
  /** Segments by journal, in order; names only. */
  readonly journals: ReadonlyMap<string, readonly string[]>
}

/** List a project without following any link, and say what is no plain file of it. */
export function checkTree(projectFolder: string, find: Find): Tree {
  const lists = new Map<string, string[]>()
  for (const file of ['project.json', 'codebook.json']) isPlain(projectFolder, file, find)
  for (const folder of checkedFolders) {
    if (!isFolder(projectFolder, folder, find)) continue
    lists.set(folder, listPlain(projectFolder, folder, find))
  }
  isFolder(projectFolder, '.assay', find)
  const inFolder = (folder: string): string[] => lists.get(folder) ?? []
  const named = new Map<string, string[]>()
  return {
    named: folder => {
      const known = named.get(folder)
      if (known !== undefined) return known
      const files = inFolder(folder).filter(file => {
        if (schemaOfFile(file) !== undefined) return true
        reportStrange(file, find)
        return false
      })
      named.set(folder, files)
      return files
    },
    originals: inFolder('originals'),
    journals: checkJournalFolders(projectFolder, find),
  }
}

function checkJournalFolders(projectFolder: string, find: Find): Map<string, string[]> {
  const journals = new Map<string, string[]>()
  if (faultOfFolder(path.join(projectFolder, 'journal')) !== undefined) return journals
  for (const name of namesIn(path.join(projectFolder, 'journal'))) {
    const folder = `journal/${name}`
    const fault = faultOfFolder(path.join(projectFolder, 'journal', name))
    if (fault === 'ELOOP') find(folder, 'link', 'it is a link')
    if (fault === 'ENOTDIR') reportStrange(folder, find)
    if (fault !== undefined) continue
    const segments: string[] = []
    for (const file of listPlain(projectFolder, folder, find)) {
      const segment = path.posix.basename(file)
      if (/^\d{10}\.log$/.test(segment)) segments.push(segment)
      else reportStrange(file, find)
    }
    journals.set(name, segments)
  }
  return journals
}

function isFolder(projectFolder: string, folder: string, find: Find): boolean {
  switch (faultOfFolder(path.join(projectFolder, folder))) {
    case undefined:
      return true
    case 'ENOENT':
      find(folder, 'missing-folder', 'the folder is missing')
      return false
    case 'ELOOP':
      find(folder, 'link', 'it is a link instead of a folder')
      return false
    case 'ENOTDIR':
      find(folder, 'not-a-file', 'something else stands where this folder should be')
      return false
  }
}

/** Files of a folder that can be read; the folders of journals are left to their own check. */
function listPlain(projectFolder: string, folder: string, find: Find): string[] {
  return namesIn(path.join(projectFolder, folder))
    .map(name => `${folder}/${name}`)
    .filter(file => folder === 'journal' || isPlain(projectFolder, file, find))
}

/** False, and said, for what must not be opened; a missing file is found by who wants it. */
function isPlain(projectFolder: string, file: string, find: Find): boolean {
  let stat: fs.Stats
  try {
    stat = fs.lstatSync(path.join(projectFolder, ...file.split('/')))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
  if (stat.isSymbolicLink()) find(file, 'link', 'it is a link instead of a file')
  else if (stat.isDirectory()) find(file, 'not-a-file', 'a folder stands where a file should be')
  else if (stat.isFIFO()) find(file, 'not-a-file', 'it is a pipe')
  else if (stat.isSocket()) find(file, 'not-a-file', 'it is a socket')
  else if (!stat.isFile()) find(file, 'not-a-file', 'it is a device')
  else if (stat.size > largestFileBytes)
    find(file, 'too-large', `it has ${stat.size} bytes, more than the 256 MB that are read`)
  else {
    if (stat.nlink > 1)
      find(file, 'second-name', 'the same file has a second name elsewhere (a hard link)')
    return true
  }
  return false
}

function reportStrange(file: string, find: Find): void {
  if (isTemporaryName(file)) find(file, 'leftover', 'an interrupted write left it behind')
  else find(file, 'foreign', 'it is none of the project’s files')
}

function namesIn(folder: string): string[] {
  return fs.readdirSync(folder).sort()
}
