import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { AppliedSeq } from '../../shared/project/record'
import { appliedSeqSchema } from '../../shared/project/record'
import { articleSummarySchema } from '../../shared/project/summary'
import { writeDurably } from './durable-write'
import { readRegularFile } from './read-regular-file'

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

/** The index as it was written last; an unreadable one counts as none. */
export function readIndex(projectFolder: string): ArticleIndex {
  try {
    const parsed = indexSchema.parse(
      JSON.parse(readRegularFile(indexPath(projectFolder)).toString('utf8')),
    )
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
  writeDurably(indexPath(projectFolder), JSON.stringify(content))
}

/** For each article the sizes and times of all its files, to the nanosecond, as one string. */
export function stampArticles(projectFolder: string): Map<string, string> {
  const stamps = new Map<string, string>()
  for (const folder of ['articles', 'metadata', 'annotations']) {
    for (const name of fs.readdirSync(path.join(projectFolder, folder)).sort()) {
      const id = name.split('.')[0] ?? ''
      if (folder !== 'articles' && !stamps.has(id)) continue
      if (!name.endsWith('.json')) continue
      const stat = fs.statSync(path.join(projectFolder, folder, name), { bigint: true })
      stamps.set(id, `${stamps.get(id) ?? ''}${name}:${stat.size}:${stat.mtimeNs};`)
    }
  }
  return stamps
}
