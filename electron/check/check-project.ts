import path from 'node:path'
import type { ArticleEdits } from '../../shared/article/article'
import { faultOfFieldValue } from '../../shared/article/field-value'
import type { ArticleField, Codebook } from '../../shared/codebook/codebook'
import { fieldsOf, repeatedKeys } from '../../shared/codebook/codebook'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { AnnotationsFile } from '../../shared/project/files'
import type { AppliedSeq } from '../../shared/project/record'
import { errorCode } from '../store/explain-error'
import { readProjectFolder } from '../store/open-project-file'
import { pathOfFile, schemaOfFile } from '../store/project-files'
import type { Snapshot } from '../store/snapshot'
import { readSnapshot } from '../store/snapshot'
import { annotationChecker } from './check-annotations'
import { checkArticles } from './check-articles'
import { checkJournals } from './check-journals'
import type { Tree } from './check-tree'
import { checkTree } from './check-tree'
import type { Find, Finding } from './finding'
import { findings } from './finding'
import { readQuarantine } from './quarantine-list'

export type CheckReport = {
  /** Nothing is damaged; there may be notes. */
  readonly isSound: boolean
  readonly findings: readonly Finding[]
  readonly counts: {
    readonly articles: number
    readonly annotations: number
    readonly records: number
  }
}

/** Told after each file: how many of all have been read. */
export type OnRead = (done: number, total: number) => void

/** Read everything in a project and verify it; nothing is changed, not even a lock is taken. Fails only when there is no project. */
export function checkProject(folder: string, onRead?: OnRead): Result<CheckReport> {
  const surveyed = surveyProject(folder, onRead)
  return surveyed.ok ? succeed(surveyed.value.report) : surveyed
}

/** The same, with the names that the files of the findings have on the disk. */
export function surveyProject(
  folder: string,
  onRead?: OnRead,
): Result<{ readonly report: CheckReport; readonly nameOf: (finding: Finding) => string }> {
  const known = readProjectFolder(folder)
  if (!known.ok) return known
  const listed = readQuarantine(folder).filter(({ stays }) => stays)
  const { find, all, nameOf } = findings(listed)
  const tree = checkTree(folder, find)
  const advance = counting(filesToRead(tree), onRead)
  const applied: Record<string, number> = {}
  const read = (file: string): Snapshot | undefined => {
    advance()
    const snapshot = readChecked(folder, file, find)
    addHighest(applied, snapshot?.appliedSeq ?? {})
    return snapshot
  }

  read('project.json')
  const codebook = read('codebook.json')
  checkCodebook(codebook, find)
  const fields = fieldsOf(codebook?.content as Codebook | undefined)
  const sources = new Set<unknown>(readNamed('sources'))
  readNamed('annotators')
  for (const file of tree.named('metadata')) checkFields(file, read(file), fields, find)
  const annotationFiles = tree.named('annotations').flatMap(file => {
    const content = read(file)?.content as AnnotationsFile | undefined
    return content === undefined ? [] : [{ file, count: content.annotations.length }]
  })
  const journals = checkJournals(folder, tree.journals, applied, find, advance)
  for (const id of journals.sources) sources.add(id)

  const articles = checkArticles(folder, tree, find, advance)
  const check = annotationChecker(articles, sources, find)
  // Read a second time, one after the other: together they may be larger than memory.
  for (const { file } of annotationFiles) {
    advance()
    const content = readChecked(folder, file, () => undefined)?.content as
      AnnotationsFile | undefined
    if (content !== undefined) check(file, content)
  }
  const report = {
    isSound: all.every(({ isNote }) => isNote),
    findings: all,
    counts: {
      articles: articles.size,
      annotations: annotationFiles.reduce((sum, { count }) => sum + count, 0),
      records: journals.records,
    },
  }
  return succeed({ report, nameOf })

  /** Files that are named after the id in them; gives those ids. */
  function readNamed(child: 'sources' | 'annotators'): unknown[] {
    return tree.named(child).map(file => {
      const id = read(file)?.content['id']
      if (id !== undefined && id !== path.basename(file, '.json'))
        find(file, 'wrong-place', 'it holds something else than its name says')
      return id
    })
  }
}

/** How many files are read, those of annotations twice. */
function filesToRead(tree: Tree): number {
  const once = ['sources', 'annotators', 'metadata', 'annotations', 'articles']
  const named = [...once, 'annotations'].reduce((sum, child) => sum + tree.named(child).length, 2)
  return [...tree.journals.values()].reduce((sum, segments) => sum + segments.length, named)
}

function counting(total: number, onRead: OnRead | undefined): () => void {
  let done = 0
  return () => {
    done += 1
    onRead?.(done, Math.max(done, total))
  }
}

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
        find(
          file,
          'changed',
          'its checksum does not fit: another program changed it, or the disk did',
        )
        return reading.snapshot
      case 'missing':
        find(file, 'missing', 'it is missing')
        return undefined
      case 'newer':
        find(file, 'newer', 'a newer version of Assay wrote it')
        return reading.snapshot
      case 'bad':
        find(file, 'damaged', `it is damaged: ${reading.why}`)
        return undefined
    }
  } catch (error) {
    find(file, 'damaged', `it cannot be read: the system says ${errorCode(error) ?? String(error)}`)
    return undefined
  }
}

function checkCodebook(snapshot: Snapshot | undefined, find: Find): void {
  if (snapshot === undefined) return
  for (const key of repeatedKeys(snapshot.content as Codebook))
    find('codebook.json', 'codebook', `the key “${key}” is used twice`)
}

/** Values that people gave the project's own fields: one that does not fit its field is kept, and named. */
function checkFields(
  file: string,
  snapshot: Snapshot | undefined,
  fields: readonly ArticleField[],
  find: Find,
): void {
  const { metadata = {} } = (snapshot?.content ?? {}) as Pick<ArticleEdits, 'metadata'>
  for (const field of fields) {
    const value = metadata[field.key]?.value ?? ''
    const fault = faultOfFieldValue(field, value)
    if (fault !== undefined) find(file, 'field', `“${field.label}” is “${value}”: ${fault}`)
  }
}

function addHighest(into: Record<string, number>, applied: AppliedSeq): void {
  for (const [journal, seq] of Object.entries(applied))
    into[journal] = Math.max(into[journal] ?? 0, seq)
}
