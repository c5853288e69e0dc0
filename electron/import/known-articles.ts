import { createHash } from 'node:crypto'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import type { Article, ArticleId } from '../../shared/article/article'
import { copyOf } from '../../shared/article/copies'
import type { EarlierArticle } from '../../shared/ipc/import-calls'
import { copyIndex } from '../../shared/text/copy-index'
import type { TextSignature } from '../../shared/text/near-copies'
import { signatureOf } from '../../shared/text/near-copies'
import { writeDurably } from '../store/durable-write'
import type { ProjectStore } from '../store/project-store'
import { readRegularFile } from '../store/read-regular-file'
import { earlierArticles } from './earlier-articles'

/** An article of the project that a new one is a copy of. */
export type FoundCopy = {
  readonly article: ArticleId
  readonly title: string
  /** Share of the runs of four words that both have, from 0 to 1; 1 also for the same text. */
  readonly likeness: number
  readonly isSameText: boolean
}

/** What an import knows of the articles that are there already, the ones it has just brought included. */
export type KnownArticles = {
  /** The article that was imported from these very bytes. */
  readonly withBytes: (
    sha256: string,
  ) => { readonly article: ArticleId; readonly title: string } | undefined
  /**
   * The article that has the text of this one, or nearly: of a chain of copies the first. And the one that was
   * there before the import and that this may be a corrected version of: another text from the same place,
   * else nearly the same text.
   */
  readonly find: (article: Article) => {
    readonly copyOf?: FoundCopy
    readonly earlier?: EarlierArticle
  }
  readonly add: (article: Article, copyOf: ArticleId | undefined) => void
  /** Keep what was worked out for the next import. */
  readonly save: () => void
}

/** Like this from here on two texts are shown as copies; wire copy cut by a third still is. */
const alikeFrom = 0.6
/** Reading what is not remembered gives way to the window this often, in milliseconds. */
const pauseEveryMs = 20

const entrySchema = z.strictObject({
  id: z.string(),
  textSha256: z.string(),
  originalSha256: z.string(),
  /** Of its file. */
  name: z.string(),
  /** Base64 of the signature's numbers. */
  signature: z.string(),
})
type Entry = z.infer<typeof entrySchema>

/** `.assay/fingerprints.json`: only a cache. */
const cacheSchema = z.strictObject({
  format: z.literal('assay-fingerprints'),
  version: z.literal(2),
  entries: z.array(entrySchema),
})

/** What is known of the articles of a project, those in the bin left out: one may be imported again. */
export async function knownArticles(store: ProjectStore): Promise<KnownArticles> {
  const file = path.join(store.folder, '.assay', 'fingerprints.json')
  const remembered = readCache(file)
  const entries = new Map<string, Entry>()
  const titles = new Map<string, { readonly article: ArticleId; readonly title: string }>()
  const firstOf = new Map<string, ArticleId>()
  const byBytes = new Map<string, ArticleId>()
  const byText = new Map<string, ArticleId>()
  const near = copyIndex<ArticleId>(alikeFrom)
  const earlier = earlierArticles()

  /** Gives the signature of its text. */
  const note = (
    id: ArticleId,
    title: string,
    entry: Entry,
    original: string | undefined,
  ): TextSignature => {
    entries.set(id, entry)
    titles.set(id, { article: id, title })
    if (original !== undefined) firstOf.set(id, original as ArticleId)
    if (!byBytes.has(entry.originalSha256)) byBytes.set(entry.originalSha256, id)
    if (!byText.has(entry.textSha256)) byText.set(entry.textSha256, id)
    const signature = signatureFrom(entry.signature)
    near.add(id, signature)
    return signature
  }
  const firstFrom = (key: ArticleId) => titles.get(firstOf.get(key) ?? key) ?? titles.get(key)

  let resumeAt = performance.now() + pauseEveryMs
  for (const { id, title, textSha256, removedAt, metadata } of store.summaries()) {
    if (removedAt !== undefined) continue
    const known = remembered.get(id)
    const entry = known?.textSha256 === textSha256 ? known : readEntry(store, id)
    if (entry !== undefined) {
      const signature = note(id, title, entry, copyOf(metadata))
      earlier.add({ id, title, name: entry.name, address: metadata['url']?.value, signature })
    }
    if (performance.now() < resumeAt) continue
    await setImmediate()
    resumeAt = performance.now() + pauseEveryMs
  }

  return {
    withBytes: sha256 => {
      const id = byBytes.get(sha256)
      return id === undefined ? undefined : titles.get(id)
    },
    find: ({ title, text, textSha256, metadata, original }) => {
      const same = byText.get(textSha256)
      if (same !== undefined) {
        const first = firstFrom(same)
        return first === undefined ? {} : { copyOf: { ...first, likeness: 1, isSameText: true } }
      }
      const signature = signatureOf(text)
      const found = near.nearest(signature)
      const first = found === undefined ? undefined : firstFrom(found.key)
      const place = { title, name: original.name, address: metadata['url']?.value }
      const alike = [found === undefined ? undefined : titles.get(found.key), first].find(
        known => known !== undefined && earlier.has(known.article),
      )
      const before =
        earlier.fromSamePlace(place, signature) ??
        (alike === undefined ? undefined : { ...alike, because: 'text' as const })
      return {
        ...(found === undefined || first === undefined
          ? {}
          : { copyOf: { ...first, likeness: found.likeness, isSameText: false } }),
        ...(before === undefined ? {} : { earlier: before }),
      }
    },
    add: (article, original) => {
      note(article.id, article.title, entryOf(article), original)
    },
    save: () => {
      try {
        const content: z.infer<typeof cacheSchema> = {
          format: 'assay-fingerprints',
          version: 2,
          entries: [...entries.values()],
        }
        writeDurably(file, JSON.stringify(content))
      } catch {
        // Only a cache; the next import works it out anew.
      }
    },
  }
}

function readCache(file: string): Map<string, Entry> {
  try {
    const read = cacheSchema.parse(JSON.parse(readRegularFile(file).toString('utf8')))
    return new Map(read.entries.map(entry => [entry.id, entry]))
  } catch {
    return new Map()
  }
}

function readEntry(store: ProjectStore, id: string): Entry | undefined {
  const read = store.readArticle(id)
  return read.ok ? entryOf(read.value.article) : undefined
}

function entryOf({ id, text, textSha256, original }: Article): Entry {
  const { sha256: originalSha256, name } = original
  return { id, textSha256, originalSha256, name, signature: signatureText(text) }
}

function signatureText(text: string): string {
  const { buffer, byteOffset, byteLength } = signatureOf(text)
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

function signatureFrom(text: string): Uint32Array {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  return new Uint32Array(bytes.buffer, 0, Math.floor(bytes.length / 4))
}

/** SHA-256 of bytes, as it is kept of every original. */
export function bytesSha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
