import type { Article } from '../../shared/article/article'
import type { ColumnChoice } from '../../shared/article/table-columns'
import type { ImportReport } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import type { Surroundings } from '../store/identity'
import type { ArticleToWrite } from '../store/article-files'
import type { ProjectStore } from '../store/project-store'
import { articleFrom } from './article-from'
import { copyChanges } from './copy-changes'
import type { KnownArticles } from './known-articles'
import { bytesSha256, knownArticles } from './known-articles'
import type { ImportProgress } from './progress-teller'
import { progressTeller } from './progress-teller'
import type { HowToRead, ReadArticle } from './read-article'
import type { ArticleReader } from './reader/article-reader'
import type { AskColumns } from './table/ask-columns'

/** What an import does with an article whose text the project has already, or nearly. */
export const copyChoices = ['link', 'keep', 'skip'] as const
export type CopyChoice = (typeof copyChoices)[number]

/** One thing to be imported: a file, a row of a table, what was pasted. */
export type ImportItem = {
  readonly name: string
  /** The folders it lies in, when a folder was given. */
  readonly folder?: string
  readonly load: () => Result<Uint8Array>
  /** For a row of a table: which of its columns is what. */
  readonly columns?: ColumnChoice
  /** Sentences for its entry in the report, before those about the article. */
  readonly remarks?: readonly string[]
}

/** What an import needs beside the project. */
export type ImportSetting = {
  readonly surroundings: Surroundings
  readonly reader: ArticleReader
  /** `link` unless said otherwise. */
  readonly copies?: CopyChoice | undefined
  /** How files are read, where the user asked for something else than usual. */
  readonly how?: HowToRead
  /** Asked about each table; the guess is taken unless said otherwise. */
  readonly askColumns?: AskColumns | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
}

/** Articles written at once: enough for the disk to work side by side, few enough to be held in memory. */
const batchArticles = 32
const batchBytes = 8 * 1024 * 1024
/** A batch is written after this time, in milliseconds, however small it is. */
const batchMs = 2000

type Outcome =
  | ({ readonly kind: 'failed' } & ImportReport['failed'][number])
  | {
      readonly kind: 'present'
      readonly name: string
      readonly of: string
      readonly article?: Article['id']
    }
  | {
      readonly kind: 'read'
      readonly name: string
      readonly bytes: Uint8Array
      readonly sha256: string
      readonly read: ReadArticle
    }

/**
 * Import things one after the other, `total` of them. Whatever happens, each article is then complete or
 * absent, what was imported is one step of undo, and everything that was not is in the report with its
 * reason. Bytes that the project has already are passed over, so that an import that was stopped can be
 * asked for again.
 */
export async function importItems(
  store: ProjectStore,
  items: Iterable<ImportItem> | AsyncIterable<ImportItem>,
  total: number,
  setting: ImportSetting,
): Promise<ImportReport> {
  const known = await knownArticles(store)
  const report: ImportReport = { imported: [], present: [], failed: [] }
  const intake = createIntake(store, known, setting, report)
  const seen = new Map<string, string>()
  const waiting: Promise<Outcome>[] = []
  const tell = progressTeller(total, setting.onProgress)

  const takeNext = async (): Promise<boolean> => {
    const next = waiting.shift()
    const outcome = await next
    if (outcome === undefined || setting.signal?.aborted === true) return false
    const goesOn = await intake.take(outcome)
    tell(outcome.name)
    return goesOn
  }

  let goesOn = true
  for await (const item of items) {
    if (setting.signal?.aborted === true) goesOn = false
    if (!goesOn) break
    waiting.push(readItem(item, setting, known, seen))
    if (waiting.length > setting.reader.width * 2) goesOn = await takeNext()
  }
  while (goesOn && waiting.length > 0) goesOn = await takeNext()
  await Promise.all(waiting)
  await intake.finish()
  if (setting.signal?.aborted === true) report.stopped ??= 'It was cancelled.'
  known.save()
  return report
}

async function readItem(
  item: ImportItem,
  { reader, how }: ImportSetting,
  known: KnownArticles,
  seen: Map<string, string>,
): Promise<Outcome> {
  const { name, folder } = item
  const failed = (message: string): Outcome => ({
    kind: 'failed',
    name,
    message,
    ...(folder === undefined ? {} : { folder }),
  })
  const bytes = item.load()
  if (!bytes.ok) return failed(bytes.error.message)
  const sha256 = bytesSha256(bytes.value)
  const present = known.withBytes(sha256)
  if (present !== undefined)
    return { kind: 'present', name, of: present.title, article: present.article }
  const twin = seen.get(sha256)
  if (twin !== undefined) return { kind: 'present', name, of: twin }
  seen.set(sha256, name)
  const { columns } = item
  const asked = columns === undefined ? how : { ...how, columns }
  const read = await reader.read(bytes.value, name, asked)
  return read.ok
    ? { kind: 'read', name, bytes: bytes.value, sha256, read: withRemarks(read.value, item) }
    : failed(read.error.message)
}

function withRemarks(read: ReadArticle, { remarks = [] }: ImportItem): ReadArticle {
  return remarks.length === 0 ? read : { ...read, remarks: [...remarks, ...read.remarks] }
}

type Intake = {
  /** Gives false when nothing more can be written. */
  readonly take: (outcome: Outcome) => Promise<boolean>
  readonly finish: () => Promise<void>
}

/** Writes articles in batches and puts them into the record of edits at the end. */
function createIntake(
  store: ProjectStore,
  known: KnownArticles,
  { surroundings, copies = 'link' }: ImportSetting,
  report: ImportReport,
): Intake {
  const ordered = { ...surroundings, newId: ascending(surroundings.newId) }
  let batch: (ArticleToWrite & { readonly entry: ImportReport['imported'][number] })[] = []
  let bytesInBatch = 0
  let begunAt = 0
  const heads: { id: Article['id']; title: string; importedAt: string }[] = []

  const flush = async (): Promise<boolean> => {
    const writing = batch
    batch = []
    bytesInBatch = 0
    if (writing.length === 0) return true
    const written = await store.writeArticles(writing)
    for (const { article, entry } of writing)
      if (written.ok) {
        report.imported.push(entry)
        heads.push({
          id: article.id,
          title: article.title,
          importedAt: article.original.importedAt,
        })
      } else report.failed.push({ name: article.original.name, message: written.error.message })
    if (!written.ok) report.stopped = written.error.message
    return written.ok
  }

  const takeArticle = async (outcome: Extract<Outcome, { kind: 'read' }>): Promise<boolean> => {
    const { name, bytes, sha256, read } = outcome
    const article = articleFrom(read, { name, sha256 }, ordered)
    const { copyOf: found, earlier } = known.find(article)
    if (found !== undefined && copies === 'skip') {
      report.present.push({ name, of: found.title, article: found.article })
      return true
    }
    const isLinked = found !== undefined && copies === 'link'
    known.add(article, isLinked ? found.article : undefined)
    const entry = {
      article: article.id,
      title: article.title,
      remarks: [...read.remarks],
      ...(read.reading === 'article' ? { isReduced: true as const } : {}),
      ...(read.isEncodingUnsure === undefined ? {} : { isEncodingUnsure: true as const }),
      ...(isLinked ? { copyOf: found } : {}),
      ...(earlier === undefined ? {} : { earlier }),
    }
    if (batch.length === 0) begunAt = performance.now()
    batch.push({ article, original: { bytes }, entry })
    bytesInBatch += bytes.length
    const isFull =
      batch.length >= batchArticles ||
      bytesInBatch >= batchBytes ||
      performance.now() - begunAt > batchMs
    return isFull ? await flush() : true
  }

  return {
    take: async outcome => {
      switch (outcome.kind) {
        case 'failed': {
          const { kind: _kind, ...failed } = outcome
          report.failed.push(failed)
          return true
        }
        case 'present': {
          const { kind: _kind, ...present } = outcome
          report.present.push(present)
          return true
        }
        case 'read':
          return await takeArticle(outcome)
      }
    },
    finish: async () => {
      await flush()
      if (heads.length === 0) return
      const recorded = await store.recordImport(heads, copyChanges(store, report.imported))
      if (!recorded.ok) report.stopped = recorded.error.message
    },
  }
}

/** Ids that rise also within one millisecond, where chance orders them: articles are listed in the order they came in. */
function ascending(newId: () => string): () => string {
  let last = ''
  return () => {
    let id = newId()
    while (id <= last) id = newId()
    last = id
    return id
  }
}
