import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { AppliedSeq } from '../../shared/project/record'
import { appliedSeqSchema } from '../../shared/project/record'
import { articleSummarySchema } from '../../shared/project/summary'
import { writeDurably } from './durable-write'
import { readOwnFile } from './read-regular-file'
import { sha256Hex } from './signed-text'

/**
 * A summary and the state of the files it was made from: sizes and times, which are quick to ask for, and a
 * hash of all bytes, by which the files are known again after the project was copied.
 */
const entrySchema = z.strictObject({
  stamp: z.string(),
  digest: z.string().exactOptional(),
  summary: articleSummarySchema,
})
export type IndexEntry = z.infer<typeof entrySchema>

/**
 * `.assay/index.json`: what opening a project reads instead of every article. Only a cache: an entry
 * whose files have changed is made anew, and without the file all of them are.
 */
const indexSchema = z.strictObject({
  format: z.literal('assay-index'),
  version: z.literal(1),
  /** Every record up to these numbers is in a snapshot. */
  appliedSeq: appliedSeqSchema,
  entries: z.array(entrySchema),
})

export type ArticleIndex = {
  readonly appliedSeq: AppliedSeq
  readonly entries: ReadonlyMap<string, IndexEntry>
}

const nothing: ArticleIndex = { appliedSeq: {}, entries: new Map() }

function indexPath(projectFolder: string): string {
  return path.join(projectFolder, '.assay', 'index.json')
}

/**
 * The index as it was written last. An unreadable one counts as none, and so does one whose hash, in the
 * first line, does not fit: by its numbers the journals are read.
 */
export function readIndex(projectFolder: string): ArticleIndex {
  try {
    const text = readOwnFile(indexPath(projectFolder)).toString('utf8')
    const json = text.slice(text.indexOf('\n') + 1)
    if (text !== withHash(json)) return nothing
    const parsed = indexSchema.parse(JSON.parse(json))
    return {
      appliedSeq: parsed.appliedSeq,
      entries: new Map(parsed.entries.map(entry => [entry.summary.id, entry])),
    }
  } catch {
    return nothing
  }
}

export function writeIndex(projectFolder: string, index: ArticleIndex): void {
  const content: z.infer<typeof indexSchema> = {
    format: 'assay-index',
    version: 1,
    appliedSeq: index.appliedSeq,
    entries: [...index.entries.values()],
  }
  writeDurably(indexPath(projectFolder), withHash(JSON.stringify(content)))
}

function withHash(json: string): string {
  return `${sha256Hex(json)}\n${json}`
}

/** The files of an article, and their sizes and times, to the nanosecond, as one string. */
export type StampedFiles = { readonly stamp: string; readonly files: readonly string[] }

export function stampArticles(projectFolder: string): Map<string, StampedFiles> {
  const stamped = new Map<string, { stamp: string; files: string[] }>()
  for (const folder of ['articles', 'metadata', 'annotations']) {
    for (const name of namesIn(path.join(projectFolder, folder))) {
      const id = name.split('.')[0] ?? ''
      if (folder !== 'articles' && !stamped.has(id)) continue
      if (!name.endsWith('.json')) continue
      const own = stamped.get(id) ?? { stamp: '', files: [] }
      const file = `${folder}/${name}`
      own.stamp += `${name}:${stampOf(projectFolder, file)};`
      own.files.push(file)
      stamped.set(id, own)
    }
  }
  return stamped
}

function stampOf(projectFolder: string, file: string): string {
  const stat = fs.lstatSync(path.join(projectFolder, file), { bigint: true })
  return `${stat.size}:${stat.mtimeNs}`
}

/** SHA-256 over the names and bytes of an article's files; `undefined` when one cannot be read, or changes meanwhile. */
export function digestFiles(
  projectFolder: string,
  { stamp, files }: StampedFiles,
): string | undefined {
  try {
    const hash = createHash('sha256')
    for (const file of files) {
      const bytes = readOwnFile(path.join(projectFolder, file))
      hash.update(`${file}\n${bytes.length}\n`).update(bytes)
    }
    const after = files
      .map(file => `${path.posix.basename(file)}:${stampOf(projectFolder, file)};`)
      .join('')
    return after === stamp ? hash.digest('hex') : undefined
  } catch {
    return undefined
  }
}

/** Sorted; a folder that is missing is empty: git keeps no empty folders. */
function namesIn(folder: string): string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []
}
