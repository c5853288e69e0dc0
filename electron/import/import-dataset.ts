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
import type { FoundArticle } from '../../shared/formats/read-format'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { currentMinReader, currentVersion } from '../../shared/project/files'
import { explainFileError } from '../store/explain-error'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'
import { sha256Hex } from '../store/signed-text'
import { openImportFolder } from './open-import-folder'
import { LineTooLong } from './read-lines'
import { RefusedFile } from './refused-file'

export type DatasetReport = {
  readonly created: number
  readonly merged: number
  readonly refused: number
  /** Everything that did not come in, or not exactly as it stood, with its words. */
  readonly items: readonly ImportItem[]
}

/**
 * Import an annotated dataset of a format: a folder, a zip file or a lone file. Article by article; each
 * comes in with its annotations as one edit. A failure of the disk stops the import where it is; what
 * came in before stays, and importing again goes on from there.
 */
export async function importDataset(
  store: ProjectStore,
  given: string,
  format: ImportableFormat,
  surroundings: Surroundings,
): Promise<Result<DatasetReport>> {
  const what = `The dataset “${path.basename(given)}” was not imported`
  try {
    const { found, refused } = format.read(openImportFolder(given))
    if (found === undefined) return fail('refused', `${what}: ${refused}`)
    const plan = planFor(store, surroundings)
    const side = planSide(plan, found.side)
    return await importArticles(
      { store, plan, surroundings, name: path.basename(given) },
      side,
      found.articles,
    )
  } catch (error) {
    if (error instanceof RefusedFile)
      return fail('refused', `${what}: ${error.message}. Unpack it and import the folder.`)
    if (error instanceof LineTooLong)
      return fail('too-large', `${what}: ${error.message}. Split the file and import the parts.`)
    return explainFileError(error, what)
  }
}

type Import = {
  readonly store: ProjectStore
  readonly plan: ImportPlan
  readonly surroundings: Surroundings
  /** Of what is imported, without its folder. */
  readonly name: string
}

async function importArticles(
  { store, plan, surroundings, name }: Import,
  side: Planned,
  articles: Iterable<FoundArticle>,
): Promise<Result<DatasetReport>> {
  const items = [...side.items]
  const counts = { created: 0, merged: 0, refused: 0 }
  const known = new Set<string>(store.summaries().map(({ id }) => id))
  const begun = await apply(store, side, 'import a dataset', surroundings)
  if (!begun.ok) return begun
  let count = 0
  for (const found of articles) {
    count += 1
    items.push(...(found.items ?? []))
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
    items.push(...read.value.items, ...planned.items)
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
  items.push(...relations.items)
  const linked = await apply(store, relations, 'import relations', surroundings)
  if (!linked.ok) return linked
  return succeed({ ...counts, items })
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
