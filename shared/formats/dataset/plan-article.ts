import { articleStatuses } from '../../annotation/annotation-set'
import { metadataOf, titleOf } from '../../article/article'
import type { ArticleEdits, ArticleId, Metadata } from '../../article/article'
import type { ArticleDocument } from '../../article/blocks'
import { documentFromText } from '../../article/plain-text'
import type { Change } from '../../project/change'
import type { DatasetLine } from './dataset-line'
import type { ImportItem } from './import-item'
import { itemOf } from './import-item'
import { withUnknownTypes } from './unknown-types'
import { planAnnotations } from './plan-annotations'
import { collectRelations } from './plan-relations'
import type { ExistingArticle, ImportPlan, Planned } from './plan-import'
import { changeCodebook, planNamelessAnnotator, planSource } from './plan-side'

/** What an article that is created brings along; the shell adds hash, version and where it came from. */
export type NewArticle = {
  readonly id: ArticleId
  readonly externalId?: string
  readonly title: string
  readonly metadata: Metadata
  readonly text: string
  /** One paragraph for each line, so that its plain text is `text`. */
  readonly document: ArticleDocument
}

export type PlannedArticle = Planned & {
  /** To be stored before the changes are applied; absent when the article is there already or is refused. */
  readonly create?: NewArticle
  /** True when nothing of the line comes in. */
  readonly isRefused: boolean
}

/** The project's id for the article of a line: to load what the project has of it. */
export function articleIdOf(plan: ImportPlan, line: DatasetLine): ArticleId {
  return plan.ids.idOf('article', line.id).id
}

/**
 * Plan one line: create its article, or merge it into `existing`, the article that the project has under
 * `articleIdOf`. The same text merges annotation by annotation, the later `updatedAt` wins; another text,
 * an article in the bin and a second line with the same id are refused. Relations come with `planRelations`.
 */
export function planArticle(
  plan: ImportPlan,
  line: DatasetLine,
  existing: ExistingArticle | undefined,
): PlannedArticle {
  const { id, externalId = line.externalId } = plan.ids.idOf('article', line.id)
  const refusal = refusalOf(plan, id, line, existing)
  if (refusal !== undefined) {
    if (!plan.articles.has(id)) plan.articles.set(id, undefined)
    return { changes: [], items: [itemOf(line, 'refused', refusal)], isRefused: true }
  }
  const parts = [
    planSources(plan, line),
    planTypes(plan, line),
    existing === undefined ? nothing : planDetails(line, existing),
    planAnnotations(plan, id, line, existing),
    planStatus(plan, id, line, existing),
  ]
  collectRelations(plan, line)
  return {
    changes: parts.flatMap(part => part.changes),
    items: parts.flatMap(part => part.items),
    isRefused: false,
    ...(existing === undefined ? { create: newArticle(id, externalId, line) } : {}),
  }
}

const nothing: Planned = { changes: [], items: [] }

function refusalOf(
  plan: ImportPlan,
  id: ArticleId,
  line: DatasetLine,
  existing: ExistingArticle | undefined,
): string | undefined {
  const title = existing === undefined ? line.title : titleOf(existing.article, existing.edits)
  if (plan.articles.has(id))
    return `The id of “${line.title}” stands on an earlier line already, so this line was left out.`
  if (existing?.edits?.removedAt !== undefined)
    return `“${title}” is in the bin of this project, so nothing was added to it. Take it out of the bin and import again.`
  if (existing !== undefined && existing.article.text !== line.text)
    return `“${title}” has another text in this project, so its annotations would not fit; the line was left out and the project’s article stays as it is.`
  return undefined
}

function newArticle(id: ArticleId, externalId: string | undefined, line: DatasetLine): NewArticle {
  return {
    id,
    ...(externalId === undefined ? {} : { externalId }),
    title: line.title,
    metadata: datasetMetadata(line),
    text: line.text,
    document: documentFromText(line.text),
  }
}

function datasetMetadata(line: DatasetLine): Metadata {
  return Object.fromEntries(
    line.metadata.map(([field, value]) => [field, { value, from: 'dataset' as const }]),
  )
}

function planSources(plan: ImportPlan, line: DatasetLine): Planned {
  const planned = line.sources.map(source => planSource(plan, source))
  return {
    changes: planned.flatMap(part => part.changes),
    items: planned.flatMap(part => part.items).map(item => ({ ...item, line: line.number })),
  }
}

function planTypes(plan: ImportPlan, line: DatasetLine): Planned {
  const codebook = withUnknownTypes(plan.codebook, {
    annotations: line.annotations,
    relations: line.relations,
    isSource: value => plan.sources.has(plan.ids.idOf('source', value).id),
  })
  return { changes: changeCodebook(plan, codebook), items: [] }
}

/** Title and metadata of an article that is there stay; fields that nobody ever filled or emptied are filled in. */
function planDetails(line: DatasetLine, { article, edits }: ExistingArticle): Planned {
  const items: ImportItem[] = []
  const title = titleOf(article, edits)
  if (title !== line.title)
    items.push(itemOf(line, 'kept', `The title stays “${title}”; the dataset has “${line.title}”.`))
  const known = new Map(Object.entries({ ...article.metadata, ...edits?.metadata }))
  const shown = new Map(Object.entries(metadataOf(article, edits)))
  const added: [string, Metadata[string]][] = []
  for (const [field, value] of line.metadata) {
    if (!known.has(field)) added.push([field, { value, from: 'dataset' }])
    else if (shown.get(field)?.value !== value)
      items.push(
        itemOf(
          line,
          'kept',
          `“${field}” stays “${shown.get(field)?.value ?? ''}”; the dataset has “${value}”.`,
        ),
      )
  }
  if (added.length === 0) return { changes: [], items }
  const after: ArticleEdits = {
    ...edits,
    metadata: { ...edits?.metadata, ...Object.fromEntries(added) },
  }
  const before = edits === undefined ? {} : { before: edits }
  return { changes: [{ kind: 'metadata', article: article.id, ...before, after }], items }
}

/** The status that is further on wins: nobody's finished work becomes unfinished by an import. */
function planStatus(
  plan: ImportPlan,
  article: ArticleId,
  line: DatasetLine,
  existing: ExistingArticle | undefined,
): Planned {
  const changes = line.status.flatMap(([name, after]): Change[] => {
    const created = planNamelessAnnotator(plan, name)
    const annotator = plan.ids.idOf('annotator', name).id
    const before = existing?.sets.find(set => set.annotator === annotator)?.status ?? 'new'
    if (articleStatuses.indexOf(after) <= articleStatuses.indexOf(before)) return created
    return [...created, { kind: 'status', article, annotator, before, after }]
  })
  return { changes, items: [] }
}
