import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Annotation } from '../../shared/annotation/annotation'
import { placeAnnotation } from '../../shared/annotation/anchor'
import type { Article } from '../../shared/article/article'
import type { Codebook } from '../../shared/codebook/codebook'
import { repeatedKeys } from '../../shared/codebook/codebook'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { AnnotationsFile } from '../../shared/project/files'
import { spanFault } from '../../shared/text/span'
import { readArticleFile } from './article-files'
import { isTemporaryName } from './durable-write'
import { errorCode } from './explain-error'
import { listJournals, readJournal } from './journal'
import { readProjectHead } from './open-project-file'
import { pathOfFile, schemaOfFile } from './project-files'
import { readRegularFile } from './read-regular-file'
import type { Snapshot } from './snapshot'
import { readSnapshot } from './snapshot'

/** One thing that is not as it should be, and what it means. */
export type Finding = { readonly file: string; readonly problem: string }

export type CheckReport = {
  readonly findings: readonly Finding[]
  readonly counts: {
    readonly articles: number
    readonly annotations: number
    readonly records: number
  }
}

/** Read everything in a project and verify it; nothing is changed, not even a lock is taken. */
export function checkProject(folder: string): Result<CheckReport> {
  const head = readProjectHead(folder)
  if (!head.ok) return head
  const findings: Finding[] = []
  const find = (file: string, problem: string): void => {
    findings.push({ file, problem })
  }
  const read = (file: string): Snapshot | undefined => readChecked(folder, file, find)

  read('project.json')
  const codebook = read('codebook.json')?.content as Codebook | undefined
  for (const key of codebook === undefined ? [] : repeatedKeys(codebook))
    find('codebook.json', `the key “${key}” is used twice`)
  const journals = checkJournals(folder, find)
  const sources = new Set([
    ...namesIn(folder, 'sources', find).map(read).map(idOf),
    ...journals.sources,
  ])
  for (const file of namesIn(folder, 'annotators', find)) read(file)
  for (const file of namesIn(folder, 'metadata', find)) read(file)

  const articles = checkArticles(folder, find)
  let annotations = 0
  for (const file of namesIn(folder, 'annotations', find)) {
    const content = read(file)?.content as AnnotationsFile | undefined
    if (content === undefined) continue
    annotations += content.annotations.length
    checkAnnotations(file, content, articles.get(content.article), sources, find)
  }
  return succeed({
    findings,
    counts: { articles: articles.size, annotations, records: journals.records },
  })
}

type Find = (file: string, problem: string) => void

function readChecked(folder: string, file: string, find: Find): Snapshot | undefined {
  const schema = schemaOfFile(file)
  if (schema === undefined) throw new RangeError(`Not a file of a project: ${file}`)
  try {
    const reading = readSnapshot(pathOfFile(folder, file), schema)
    switch (reading.kind) {
      case 'good':
      case 'unsigned':
        return reading.snapshot
      case 'edited':
        find(file, 'its checksum does not fit: another program changed it, or the disk did')
        return reading.snapshot
      case 'missing':
        find(file, 'it is missing')
        return undefined
      case 'bad':
        find(file, `it is damaged: ${reading.why}`)
        return undefined
    }
  } catch (error) {
    find(file, `it cannot be read: the system says ${errorCode(error) ?? String(error)}`)
    return undefined
  }
}

/** Files of one folder that are named as the project names them; others are findings. */
function namesIn(folder: string, child: string, find: Find): string[] {
  const at = path.join(folder, child)
  if (!fs.existsSync(at)) {
    find(child, 'the folder is missing')
    return []
  }
  return fs
    .readdirSync(at)
    .sort()
    .flatMap(name => {
      const file = `${child}/${name}`
      if (schemaOfFile(file) !== undefined) return [file]
      find(
        file,
        isTemporaryName(name)
          ? 'an interrupted write left it behind; it holds nothing that was reported as saved'
          : 'it is none of the project’s files; a syncing program may have made it',
      )
      return []
    })
}

function checkArticles(folder: string, find: Find): Map<string, Article> {
  const articles = new Map<string, Article>()
  for (const file of namesIn(folder, 'articles', find)) {
    const id = path.basename(file, '.json')
    const read = readArticleFile(folder, id)
    if (!read.ok) {
      find(file, read.error.message)
      continue
    }
    articles.set(id, read.value)
    checkOriginal(folder, read.value, find)
  }
  return articles
}

function checkOriginal(folder: string, { original }: Article, find: Find): void {
  if (original.file === undefined) return
  const file = `originals/${path.posix.basename(original.file)}`
  if (file !== original.file) {
    find(original.file, 'an original lies outside the folder of originals; it was not read')
    return
  }
  try {
    const bytes = readRegularFile(path.join(folder, ...file.split('/')))
    if (createHash('sha256').update(bytes).digest('hex') !== original.sha256)
      find(file, 'the imported file has changed since it was imported')
  } catch (error) {
    find(file, `the imported file cannot be read: the system says ${errorCode(error) ?? ''}`)
  }
}

function checkAnnotations(
  file: string,
  content: AnnotationsFile,
  article: Article | undefined,
  sources: ReadonlySet<unknown>,
  find: Find,
): void {
  if (article === undefined) {
    find(file, 'its article is missing or damaged, so its annotations cannot be verified')
    return
  }
  if (content.textSha256 !== article.textSha256)
    find(file, 'it was made on another text than the article has now')
  const seen = new Set<string>()
  for (const annotation of content.annotations) {
    if (seen.has(annotation.id)) find(file, `the annotation ${annotation.id} is there twice`)
    seen.add(annotation.id)
    const problem = problemOf(annotation, article.text)
    if (problem !== undefined) find(file, `the annotation ${annotation.id} ${problem}`)
  }
  for (const relation of content.relations)
    if (!seen.has(relation.from.annotation))
      find(file, `the relation ${relation.id} starts at an annotation that is not there`)
  checkSources(file, content.annotations, sources, find)
}

function problemOf(annotation: Annotation, text: string): string | undefined {
  for (const span of annotation.spans) {
    const fault = spanFault(text, span)
    if (fault !== undefined) return `does not fit the text: ${fault}`
  }
  const placed = placeAnnotation(text, annotation)
  if (placed.kind === 'exact') return undefined
  const words = annotation.quote.map(({ exact }) => exact).join(' … ')
  return placed.kind === 'moved'
    ? `has moved: its words “${words}” stand elsewhere`
    : `is lost: its words “${words}” are not in the text`
}

/** A source is named by its id, so any attribute value that looks like an id must be a known source. */
function checkSources(
  file: string,
  annotations: readonly Annotation[],
  sources: ReadonlySet<unknown>,
  find: Find,
): void {
  const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
  for (const { id: annotation, attributes } of annotations)
    for (const [key, value] of Object.entries(attributes))
      if (typeof value === 'string' && id.test(value) && !sources.has(value))
        find(file, `the annotation ${annotation} names a ${key} that is not among the sources`)
}

/** Counts the edits, and names the sources they speak of: one may not have its own file yet. */
function checkJournals(
  folder: string,
  find: Find,
): { readonly records: number; readonly sources: ReadonlySet<string> } {
  let records = 0
  const sources = new Set<string>()
  for (const name of listJournals(folder)) {
    const reading = readJournal(folder, name)
    records += reading.records.length + reading.setAside.length
    for (const { edit } of reading.records)
      for (const change of edit.changes) if (change.kind === 'source') sources.add(change.id)
    const file = `journal/${name}`
    if (reading.damaged)
      find(file, `it is damaged in one place; ${reading.setAside.length} later edits follow it`)
    if (reading.tornBytes > 0)
      find(file, 'its last edit was cut off while being written; opening the project removes it')
    const numbers = reading.records.map(({ seq }) => seq)
    if (numbers.some((seq, index) => index > 0 && seq <= (numbers[index - 1] ?? 0)))
      find(file, 'its edits are not in order')
  }
  return { records, sources }
}

function idOf(snapshot: Snapshot | undefined): unknown {
  return snapshot?.content['id']
}
