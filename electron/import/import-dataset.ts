import path from 'node:path'
import type { Article } from '../../shared/article/article'
import type { ImportItem } from '../../shared/formats/dataset/import-item'
import type { NewArticle } from '../../shared/formats/dataset/plan-article'
import { articleIdOf, planArticle } from '../../shared/formats/dataset/plan-article'
import type { ImportPlan, Planned } from '../../shared/formats/dataset/plan-import'
import { beginImport, knownIdsOfArticle } from '../../shared/formats/dataset/plan-import'
import { planRelations } from '../../shared/formats/dataset/plan-relations'
import { planSide } from '../../shared/formats/dataset/plan-side'
import { readDatasetLine } from '../../shared/formats/dataset/read-line'
import type { ImportableFormat } from '../../shared/formats/formats'
import type { Failure, Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { currentMinReader, currentVersion } from '../../shared/project/files'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'
import { sha256Hex } from '../store/signed-text'
import { datasetParts } from './dataset/dataset-parts'
import { expectedArticles } from './dataset/expected-articles'
import { datasetSideSchema, foundArticleSchema } from './dataset/found-schemas'
import type { ImportProgress } from './progress-teller'
import { progressTeller } from './progress-teller'
import type { ArticleReader } from './reader/article-reader'
import type { StreamPart } from './reader/stream-request'

export type DatasetReport = {
  readonly created: number
  readonly merged: number
  readonly refused: number
  /** Everything that did not come in, or not exactly as it stood, with its words. */
  readonly items: readonly ImportItem[]
}

/** What an import of a dataset needs beside the project. */
export type DatasetSetting = {
  readonly surroundings: Surroundings
  readonly reader: ArticleReader
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
}

/**
 * Import an annotated dataset of a format: a folder, a zip file or a lone file, read in a process of its
 * own. Article by article; each comes in with its annotations as one edit. An article that kills its reader
 * is listed, and the rest goes on. A failure of the disk and a user who cancels stop the import where it is;
 * what came in before stays, and importing again goes on from there.
 */
export async function importDataset(
  store: ProjectStore,
  given: string,
  format: ImportableFormat,
  setting: DatasetSetting,
): Promise<Result<DatasetReport>> {
  const { surroundings, reader } = setting
  const name = path.basename(given)
  const parts = datasetParts(reader, given, format.name)
  try {
    const first = await parts.next()
    if (first.done === true) return { ok: false, error: first.value ?? broken(name).error }
    const side = datasetSideSchema.safeParse(first.value.value)
    if (!side.success) return broken(name)
    const plan = planFor(store, surroundings)
    const total = await expectedArticles(given)
    return await importArticles(
      { store, plan, setting, name, total },
      planSide(plan, side.data),
      parts,
    )
  } finally {
    await parts.return(undefined)
  }
}

type Import = {
  readonly store: ProjectStore
  readonly plan: ImportPlan
  readonly setting: DatasetSetting
  /** Of what is imported, without its folder. */
  readonly name: string
  /** About how many articles it has, where that is known. */
  readonly total: number | undefined
}

async function importArticles(
  { store, plan, setting, name, total }: Import,
  side: Planned,
  articles: AsyncGenerator<StreamPart, Failure | undefined>,
): Promise<Result<DatasetReport>> {
  const { surroundings, signal, onProgress } = setting
  const items = [...side.items]
  const counts = { created: 0, merged: 0, refused: 0 }
  const known = new Set<string>(store.summaries().map(({ id }) => id))
  const begun = await apply(store, side, 'import a dataset', surroundings)
  if (!begun.ok) return begun
  let count = 0
  const tell = progressTeller(total, onProgress)
  for (;;) {
    const next = await articles.next()
    if (next.done === true) {
      if (next.value !== undefined) items.push({ kind: 'refused', message: next.value.message })
      break
    }
    if (signal?.aborted === true) {
      items.push({ kind: 'refused', message: cancelledMessage(name) })
      break
    }
    count += 1
    tell(name)
    const found = foundArticleSchema.safeParse(next.value.value).data
    if (found === undefined) return broken(name)
    for (const item of found.items ?? []) items.push(item)
    if (found.line === undefined && found.items !== undefined) {
      counts.refused += 1
      continue
    }
    const number = found.number ?? count
    const read = readDatasetLine(found.line, number)
    if (!read.ok) {
      counts.refused += 1
      items.push({ kind: 'refused', line: number, message: read.error.message })
      continue
    }
    const { line } = read.value
    const id = articleIdOf(plan, line)
    const existing = known.has(id) ? store.readArticle(id) : undefined
    if (existing?.ok === false) {
      counts.refused += 1
      items.push({
        kind: 'refused',
        line: number,
        article: line.id,
        message: existing.error.message,
      })
      continue
    }
    const planned = planArticle(plan, line, existing?.value)
    for (const item of [...read.value.items, ...planned.items]) items.push(item)
    if (planned.isRefused) {
      counts.refused += 1
      continue
    }
    const written =
      planned.create === undefined
        ? await apply(store, planned, `import into “${line.title}”`, surroundings)
        : await store.addArticle(
            { article: articleFrom(planned.create, name, surroundings) },
            planned.changes,
          )
    if (!written.ok) return written
    if (planned.create === undefined) counts.merged += 1
    else counts.created += 1
    known.add(id)
  }
  const relations = planRelations(plan, annotationExists(store))
  for (const item of relations.items) items.push(item)
  const linked = await apply(store, relations, 'import relations', surroundings)
  if (!linked.ok) return linked
  return succeed({ ...counts, items })
}

function cancelledMessage(name: string): string {
  return `The import of “${name}” was cancelled. What came in before stays; import it again, and it goes on from there.`
}

function broken(name: string): ReturnType<typeof fail> {
  return fail(
    'unreadable',
    `The dataset “${name}” was not imported: it is damaged, or made to look like what it is not, so that its reader broke. Nothing else has changed.`,
  )
}

async function apply(
  store: ProjectStore,
  { changes }: Planned,
  label: string,
  surroundings: Surroundings,
): Promise<Result<object>> {
  if (changes.length === 0) return succeed({})
  return store.appendEdit({ id: surroundings.newId(), label, changes: [...changes] })
}

function planFor(store: ProjectStore, surroundings: Surroundings): ImportPlan {
  const summaries = store.summaries()
  return beginImport(
    {
      codebook: store.codebook(),
      sources: store.sources(),
      annotators: store.annotators(),
      isEmpty: summaries.length === 0,
      knownIds: summaries.flatMap(({ id }) => {
        const reading = store.readArticle(id)
        return reading.ok ? knownIdsOfArticle(reading.value) : []
      }),
    },
    { newId: surroundings.newId, at: surroundings.now() },
  )
}

function articleFrom(created: NewArticle, name: string, surroundings: Surroundings): Article {
  return {
    format: 'assay-article',
    version: currentVersion,
    minReader: currentMinReader,
    ...created,
    textSha256: sha256Hex(created.text),
    original: {
      name,
      sha256: sha256Hex(created.text),
      mediaType: 'text/plain',
      encoding: 'utf-8',
      encodingFrom: 'strict',
      importedAt: surroundings.now(),
    },
  }
}

function annotationExists(store: ProjectStore): (article: string, annotation: string) => boolean {
  const ids = new Map<string, ReadonlySet<string>>()
  return (article, annotation) => {
    let known = ids.get(article)
    if (known === undefined) {
      const reading = store.readArticle(article)
      known = new Set<string>(
        reading.ok
          ? reading.value.sets.flatMap(({ annotations }) => annotations.map(({ id }) => id))
          : [],
      )
      ids.set(article, known)
    }
    return known.has(annotation)
  }
}
