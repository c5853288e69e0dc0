import fs from 'node:fs'
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
import { readDatasetSide } from '../../shared/formats/dataset/read-side-files'
import { datasetFiles } from '../../shared/formats/jsonl'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { currentMinReader, currentVersion } from '../../shared/project/files'
import { explainFileError } from '../store/explain-error'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'
import { readRegularFile } from '../store/read-regular-file'
import { sha256Hex } from '../store/snapshot'
import { LineTooLong, readLines } from './read-lines'

export type DatasetReport = {
  readonly created: number
  readonly merged: number
  readonly refused: number
  /** Everything that did not come in, or not exactly as it stood, with its words. */
  readonly items: readonly ImportItem[]
}

/**
 * Import a dataset of ours: a folder as `export --format jsonl` writes it, or a lone `.jsonl` file. Line
 * by line; each article comes in with its annotations as one edit. A failure of the disk stops the
 * import where it is; what came in before stays, and importing again goes on from there.
 */
export async function importDataset(
  store: ProjectStore,
  given: string,
  surroundings: Surroundings,
): Promise<Result<DatasetReport>> {
  const what = `The dataset “${path.basename(given)}” was not imported`
  try {
    const isFolder = fs.statSync(given).isDirectory()
    const lines = isFolder ? path.join(given, datasetFiles.articles) : given
    if (!fs.existsSync(lines))
      return fail(
        'refused',
        `${what}: the folder has no ${datasetFiles.articles}. Choose the folder of an export.`,
      )
    const plan = planFor(store, surroundings)
    const side = readDatasetSide(isFolder ? readSideFiles(given) : {})
    return await importLines(store, plan, planSide(plan, side), lines, surroundings)
  } catch (error) {
    if (error instanceof LineTooLong)
      return fail('too-large', `${what}: ${error.message}. Split the file and import the parts.`)
    return explainFileError(error, what)
  }
}

async function importLines(
  store: ProjectStore,
  plan: ImportPlan,
  side: Planned,
  file: string,
  surroundings: Surroundings,
): Promise<Result<DatasetReport>> {
  const items = [...side.items]
  const counts = { created: 0, merged: 0, refused: 0 }
  const known = new Set<string>(store.summaries().map(({ id }) => id))
  const begun = await apply(store, side, 'import a dataset', surroundings)
  if (!begun.ok) return begun
  let number = 0
  for (const bytes of readLines(file)) {
    number += 1
    if (bytes.length === 0) continue
    const read = readDatasetLine(decodeLine(bytes), number)
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
            { article: articleFrom(planned.create, path.basename(file), surroundings) },
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

/** Bytes that are no UTF-8 make a line that is no JSON, which is then refused with its number. */
function decodeLine(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}

function readSideFiles(folder: string): Parameters<typeof readDatasetSide>[0] {
  const read = (name: string): string | undefined => {
    const file = path.join(folder, name)
    return fs.existsSync(file) ? readRegularFile(file).toString('utf8') : undefined
  }
  return {
    codebook: read(datasetFiles.codebook),
    annotators: read(datasetFiles.annotators),
    sources: read(datasetFiles.sources),
  }
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
      mediaType: 'application/jsonl',
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
