import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { JournalRecord } from '../../shared/project/record'
import { scanFrames } from '../store/journal-frame'
import type { ArchiveFile } from './archive-list'

const articleFolders = ['articles', 'metadata', 'annotations']

/** The article that a file of a project is about, by its name; `undefined` for any other file. */
export function articleOfFile(file: string): string | undefined {
  const [folder = '', name = ''] = file.split('/')
  return articleFolders.includes(folder) ? name.split('.')[0] : undefined
}

/** Articles all of whose files are the same in an archive and in a project's folder, byte by byte. */
export function sameFiles(
  archived: readonly ArchiveFile[],
  projectFolder: string,
): ReadonlySet<string> {
  const known = new Map<string, ArchiveFile[]>()
  for (const entry of archived) {
    const article = articleOfFile(entry.file)
    if (article !== undefined) known.set(article, [...(known.get(article) ?? []), entry])
  }
  const here = filesByArticle(projectFolder)
  return new Set(
    [...known].flatMap(([article, entries]) => {
      const isAlike =
        entries.length === (here.get(article) ?? 0) &&
        entries.every(entry => hasBytes(projectFolder, entry))
      return isAlike ? [article] : []
    }),
  )
}

/**
 * Articles that an edit speaks of which only one of two folders has. Where files are the same and so are
 * the records, what comes of both is the same.
 */
export function editedBetween(one: string, other: string): ReadonlySet<string> {
  const articles = new Set<string>()
  for (const segment of new Set([...segmentsOf(one), ...segmentsOf(other)])) {
    const first = bytesOf(path.join(one, segment))
    const second = bytesOf(path.join(other, segment))
    if (first.equals(second)) continue
    const [ours, theirs] = [recordsIn(first), recordsIn(second)]
    for (const [key, record] of [...ours, ...theirs])
      if (!ours.has(key) || !theirs.has(key))
        for (const change of record.edit.changes)
          if ('article' in change) articles.add(change.article)
  }
  return articles
}

function filesByArticle(projectFolder: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const folder of articleFolders)
    for (const name of namesIn(path.join(projectFolder, folder))) {
      const article = articleOfFile(`${folder}/${name}`)
      if (article !== undefined) counts.set(article, (counts.get(article) ?? 0) + 1)
    }
  return counts
}

function hasBytes(projectFolder: string, { file, size, sha256 }: ArchiveFile): boolean {
  const at = path.join(projectFolder, ...file.split('/'))
  if (fs.lstatSync(at, { throwIfNoEntry: false })?.size !== size) return false
  return createHash('sha256').update(bytesOf(at)).digest('hex') === sha256
}

function segmentsOf(folder: string): string[] {
  return namesIn(path.join(folder, 'journal')).flatMap(journal =>
    namesIn(path.join(folder, 'journal', journal)).map(name => `journal/${journal}/${name}`),
  )
}

function recordsIn(bytes: Buffer): Map<string, JournalRecord> {
  const { records, setAside } = scanFrames(bytes)
  return new Map([...records, ...setAside].map(one => [`${one.seq} ${one.edit.id}`, one]))
}

/** Nothing for what cannot be read: it is then not the same as what can. */
function bytesOf(file: string): Buffer {
  try {
    return fs.readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}
