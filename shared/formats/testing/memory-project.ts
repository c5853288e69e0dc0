import type { Annotation, Relation } from '../../annotation/annotation'
import { compareAnnotations, compareText } from '../../annotation/annotation'
import { annotationSetOf } from '../../annotation/annotation-set'
import { valuesOf } from '../../annotation/bucket-map'
import type { Article, ArticleId } from '../../article/article'
import { metadataOf, titleOf } from '../../article/article'
import { plainText } from '../../article/plain-text'
import type { Codebook } from '../../codebook/codebook'
import type { Change } from '../../project/change'
import { annotationFile } from '../../project/change'
import { uuidV7 } from '../../project/id'
import type { ProjectState } from '../../project/project-state'
import { applyChange } from '../../project/project-state'
import type { ImportItem } from '../dataset/import-item'
import { articleIdOf, planArticle } from '../dataset/plan-article'
import { beginImport, knownIdsOfArticle } from '../dataset/plan-import'
import type { ExistingArticle } from '../dataset/plan-import'
import { planRelations } from '../dataset/plan-relations'
import { planSide } from '../dataset/plan-side'
import { readDatasetLine } from '../dataset/read-line'
import { annotatorsOf } from '../carried-article'
import type { ExportArticle, ExportContext, ExportFormat, OffsetUnit } from '../format'
import type { ImportableFormat } from '../formats'
import { jsonl } from '../jsonl'
import type { ImportFolder } from '../read-format'

/** A project without a disk, for tests: exports and imports by the same functions as the real one. */
export type MemoryProject = {
  readonly articles: ReadonlyMap<ArticleId, Article>
  readonly state: ProjectState
}

/** Files of an export by path; members of an archive under the archive's path and theirs. Bytes stand as latin-1 text. */
export type Files = ReadonlyMap<string, string>

export function emptyProject(codebook: Codebook): MemoryProject {
  return {
    articles: new Map(),
    state: {
      name: 'Test',
      codebook,
      sources: new Map(),
      annotators: new Map(),
      edits: new Map(),
      sets: new Map(),
    },
  }
}

/** Ids that count up, so that a test can be repeated. `series` keeps two sources of ids apart. */
export function countingIds(series: number): () => string {
  let count = 0
  return () => {
    count += 1
    const bytes = new Uint8Array(10)
    new DataView(bytes.buffer).setUint32(6, count)
    return uuidV7(series, bytes)
  }
}

/** Apply `change`; a set that no change has touched yet begins here, as the store does it. */
export function applied(project: MemoryProject, change: Change): MemoryProject {
  let { state } = project
  if ('annotator' in change) {
    const key = annotationFile(change.article, change.annotator)
    if (!state.sets.has(key))
      state = { ...state, sets: new Map(state.sets).set(key, annotationSetOf(change)) }
  }
  return { ...project, state: applyChange(state, change) }
}

export function withArticle(project: MemoryProject, article: Article): MemoryProject {
  return { ...project, articles: new Map(project.articles).set(article.id, article) }
}

/** The articles of the project as an export reads them, ordered by id. */
export function exportArticles({ articles, state }: MemoryProject): ExportArticle[] {
  return [...articles.values()]
    .sort((a, b) => compareText(a.id, b.id))
    .map(article => {
      const edits = state.edits.get(article.id)
      const sets = [...state.sets.values()].filter(set => set.article === article.id)
      return {
        id: article.id,
        externalId: article.externalId,
        title: titleOf(article, edits),
        text: article.text,
        document: article.document,
        metadata: metadataOf(article, edits),
        note: edits?.note,
        tags: edits?.tags,
        status: Object.fromEntries(sets.map(set => [set.annotator, set.status])),
        annotations: sets
          .flatMap(({ annotator, annotations }) =>
            [...valuesOf(annotations)].map(annotation => ({ ...annotation, annotator })),
          )
          .sort(compareAnnotations),
        relations: sets
          .flatMap(({ annotator, relations }) =>
            [...relations.values()].map(relation => ({ ...relation, annotator })),
          )
          .sort((a, b) => compareText(a.id, b.id)),
      }
    })
}

export function exportContext(project: MemoryProject, offsetUnit: OffsetUnit): ExportContext {
  const exported = new Set(
    exportArticles(project).flatMap(({ id, annotations }) =>
      annotations.map(annotation => `${id} ${annotation.id}`),
    ),
  )
  const { name, codebook, sources, annotators } = project.state
  return {
    projectName: name,
    codebook,
    sources,
    annotators,
    offsetUnit,
    includesText: true,
    forSpreadsheets: false,
    splits: [],
    isExported: (article, annotation) => exported.has(`${article} ${annotation}`),
  }
}

/** The files of an export without its manifest. */
export function exportFiles(project: MemoryProject, format: ExportFormat, unit: OffsetUnit): Files {
  const context = exportContext(project, unit)
  const articles = exportArticles(project)
  const annotators = new Set(articles.flatMap(annotatorsOf))
  const files = new Map<string, string>()
  const writer = format.start(context)
  for (const { archive, file, text, bytes } of [
    ...writer.begin(),
    ...articles.flatMap(article => writer.article(article).pieces),
    ...writer.end(annotators),
  ]) {
    const name = archive === undefined ? file : `${archive}/${file}`
    files.set(name, `${files.get(name) ?? ''}${text ?? latin1(bytes)}`)
  }
  return files
}

function latin1(bytes: Uint8Array): string {
  return [...bytes].map(byte => String.fromCharCode(byte)).join('')
}

/** The files as a reader sees them; `bytes` only for files of bytes, `text` and `lines` for files of text. */
function folderOf(files: Files): ImportFolder {
  const textOf = (name: string): string => {
    const text = files.get(name)
    if (text === undefined) throw new RangeError(`No file ${name}`)
    return text
  }
  return {
    names: [...files.keys()].sort(compareText),
    bytes: name => Uint8Array.from(textOf(name), character => character.charCodeAt(0)),
    text: textOf,
    lines: name => linesOf(textOf(name)),
  }
}

export type Imported = {
  readonly project: MemoryProject
  readonly changes: readonly Change[]
  readonly items: readonly ImportItem[]
}

/** Import files as the command does: what stands beside the articles, then every article, then the relations. */
export function importFiles(
  project: MemoryProject,
  files: Files,
  { newId, at }: { readonly newId: () => string; readonly at: string },
  format: ImportableFormat = jsonl as ImportableFormat,
): Imported {
  const { found, refused } = format.read(folderOf(files))
  if (found === undefined) throw new Error(`Refused: ${refused}`)
  const { codebook, sources, annotators } = project.state
  const plan = beginImport(
    {
      codebook,
      sources: sources.values(),
      annotators: annotators.values(),
      isEmpty: project.articles.size === 0,
      knownIds: [...project.articles.keys()].flatMap(id => {
        const existing = existingArticle(project, id)
        return existing === undefined ? [] : knownIdsOfArticle(existing)
      }),
    },
    { newId, at },
  )
  let after = project
  const changes: Change[] = []
  const items: ImportItem[] = []
  const take = (planned: Pick<Imported, 'changes' | 'items'>): void => {
    after = planned.changes.reduce(applied, after)
    changes.push(...planned.changes)
    items.push(...planned.items)
  }
  take(planSide(plan, found.side))
  let count = 0
  for (const article of found.articles) {
    count += 1
    items.push(...(article.items ?? []))
    if (article.line === undefined) continue
    const read = readDatasetLine(article.line, count)
    if (!read.ok) {
      items.push({ kind: 'refused', line: count, message: read.error.message })
      continue
    }
    items.push(...read.value.items)
    const planned = planArticle(
      plan,
      read.value.line,
      existingArticle(project, articleIdOf(plan, read.value.line)),
    )
    if (planned.create !== undefined) {
      const { create } = planned
      after = withArticle(after, {
        format: 'assay-article',
        version: 1,
        minReader: 1,
        ...create,
        text: plainText(create.document),
        textSha256: '',
        original: {
          name: 'articles.jsonl',
          sha256: '',
          mediaType: 'application/jsonl',
          encoding: 'utf-8',
          importedAt: at,
        },
      })
    }
    take(planned)
  }
  take(
    planRelations(plan, (article, annotation) =>
      (existingArticle(project, article)?.sets ?? []).some(set =>
        set.annotations.some(({ id }) => id === annotation),
      ),
    ),
  )
  return { project: after, changes, items }
}

/** What the project has of an article, as an import asks for it. */
function existingArticle(
  { articles, state }: MemoryProject,
  id: ArticleId,
): ExistingArticle | undefined {
  const article = articles.get(id)
  if (article === undefined) return undefined
  const sets = [...state.sets.values()].filter(set => set.article === id)
  return {
    article,
    edits: state.edits.get(id),
    sets: sets.map(({ annotator, status, annotations, relations }) => ({
      annotator,
      status,
      annotations: [...valuesOf(annotations)] as Annotation[],
      relations: [...relations.values()] as Relation[],
    })),
  }
}

/** The lines of a file, as a reader that splits at LF alone sees them. */
export function linesOf(text: string): string[] {
  return text.split('\n').filter(line => line !== '')
}
