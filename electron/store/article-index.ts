import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { AppliedSeq } from '../../shared/project/record'
import { appliedSeqSchema } from '../../shared/project/record'
import { articleSummarySchema } from '../../shared/project/summary'
import { writeDurably } from './durable-write'
import { readOwnFile } from './read-regular-file'
import { sha256Hex } from './signed-text'

/** A summary and the state of the files it was made from. */
const entrySchema = z.strictObject({ stamp: z.string(), summary: articleSummarySchema })
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

/** For each article the sizes and times of all its files, to the nanosecond, as one string. */
export function stampArticles(projectFolder: string): Map<string, string> {
  const stamps = new Map<string, string>()
  for (const folder of ['articles', 'metadata', 'annotations']) {
    for (const name of namesIn(path.join(projectFolder, folder))) {
      const id = name.split('.')[0] ?? ''
      if (folder !== 'articles' && !stamps.has(id)) continue
      if (!name.endsWith('.json')) continue
      const stat = fs.lstatSync(path.join(projectFolder, folder, name), { bigint: true })
      stamps.set(id, `${stamps.get(id) ?? ''}${name}:${stat.size}:${stat.mtimeNs};`)
    }
  }
  return stamps
}

/** Sorted; a folder that is missing is empty: git keeps no empty folders. */
function namesIn(folder: string): string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []
}
