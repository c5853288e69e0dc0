import type { AnnotatorId } from '../../../annotation/annotation'
import type { ArticleStatus } from '../../../annotation/annotation-set'
import type { ArticleEdits, ArticleId } from '../../../article/article'
import { defaultCodebook } from '../../../codebook/default-codebook'
import type { Change, Edit } from '../../change'
import { invertChanges } from '../../change'
import type { JournalRecord } from '../../record'
import { historyOfCopy } from '../copy-history'
import { editsOfMerge } from '../merge-edits'
import type { MergePlan } from '../plan-merge'
import { planMerge } from '../plan-merge'
import type { CopiedArticle, CopiedSet, ProjectCopy } from '../project-copy'

/** For tests: an id that is a UUID, by a number. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a test says which brand of id it means
export function idOf<Id extends string = string>(number: number): Id {
  return `0197e000-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as Id
}

/** For tests: the millisecond `minute` of a day. */
export function timeOf(minute: number): string {
  return new Date(Date.UTC(2026, 0, 5) + minute * 60_000).toISOString()
}

let lastId = 1_000_000

/**
 * A copy of a project as it is on a disk, in small: its records, and its journals, by name. Values are
 * never changed in place, so a copy of it is made by spreading.
 */
export type ModelCopy = {
  readonly records: Omit<ProjectCopy, 'history'>
  readonly journals: Readonly<Record<string, readonly JournalRecord[]>>
}

export const articleOne = idOf<ArticleId>(1)
export const articleTwo = idOf<ArticleId>(2)

export const emptyCopy: ModelCopy = {
  records: {
    name: 'January',
    codebook: defaultCodebook,
    sources: new Map(),
    annotators: new Map(),
    articles: new Map(
      [articleOne, articleTwo].map((id, index): [ArticleId, CopiedArticle] => [
        id,
        { id, title: `Article ${index + 1}`, textSha256: id, sets: new Map() },
      ]),
    ),
  },
  journals: {},
}

/** The copy after an edit that was written into this journal. */
function withEdit(copy: ModelCopy, journal: string, at: string, edit: Edit): ModelCopy {
  const records = copy.journals[journal] ?? []
  return {
    records: edit.changes.reduce(recordsAfter, copy.records),
    journals: {
      ...copy.journals,
      [journal]: [...records, { seq: records.length + 1, at, edit }],
    },
  }
}

export function edited(copy: ModelCopy, journal: string, at: string, changes: Change[]): ModelCopy {
  return withEdit(copy, journal, at, { id: newId(), label: 'edit', changes })
}

/** The copy with the last edit of a journal taken back. */
export function undone(copy: ModelCopy, journal: string, at: string): ModelCopy {
  const last = copy.journals[journal]?.at(-1)
  if (last === undefined) return copy
  return withEdit(copy, journal, at, {
    id: newId(),
    label: 'undo',
    changes: invertChanges(last.edit.changes),
    undoes: last.edit.id,
  })
}

export function newId(): string {
  lastId += 1
  return idOf(lastId)
}

export function planOf(ours: ModelCopy, theirs: ModelCopy, at = timeOf(900)): MergePlan {
  return planMerge({
    ours: copyOf(ours),
    theirs: copyOf(theirs),
    annotator: idOf<AnnotatorId>(10),
    at,
    sameSources: new Set(),
  })
}

/** The copy after the other one was merged into it, as the program does it. */
export function merged(
  ours: ModelCopy,
  theirs: ModelCopy,
  journal: string,
  at = timeOf(900),
): ModelCopy {
  const plan = planOf(ours, theirs, at)
  const arrived = plan.newArticles.flatMap((id): [ArticleId, CopiedArticle][] => {
    const article = theirs.records.articles.get(id)
    return article === undefined ? [] : [[id, { ...article, edits: undefined, sets: new Map() }]]
  })
  const withArticles: ModelCopy = {
    ...ours,
    records: { ...ours.records, articles: new Map([...ours.records.articles, ...arrived]) },
  }
  return editsOfMerge(plan, 'other', newId).reduce(
    (copy, edit) => withEdit(copy, journal, at, edit),
    withArticles,
  )
}

function copyOf({ records, journals }: ModelCopy): ProjectCopy {
  return { ...records, history: historyOfCopy(Object.values(journals)) }
}

/** What people see of a copy, as plain values in a fixed order: without the codebook's revision. */
export function contentOf({ records }: ModelCopy): unknown {
  const { revision: _, types, relations } = records.codebook
  return {
    name: records.name,
    types,
    relations,
    sources: sorted(records.sources),
    articles: [...records.articles.keys()].sort().map(id => {
      const article = records.articles.get(id)
      return {
        id,
        edits: article?.edits ?? {},
        sets: [...(article?.sets.values() ?? [])]
          .filter(set => set.annotations.size + set.relations.size > 0 || set.status !== 'new')
          .sort((a, b) => (a.annotator < b.annotator ? -1 : 1))
          .map(({ annotator, status, annotations, relations: links }) => ({
            annotator,
            status,
            annotations: sorted(annotations),
            relations: sorted(links),
          })),
      }
    }),
  }
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

type Records = ModelCopy['records']

function recordsAfter(records: Records, change: Change): Records {
  switch (change.kind) {
    case 'annotation':
      return withSet(records, change, set => ({
        ...set,
        annotations: withEntry(set.annotations, change.id, change.after),
      }))
    case 'relation':
      return withSet(records, change, set => ({
        ...set,
        relations: withEntry(set.relations, change.id, change.after),
      }))
    case 'status':
      return withSet(records, change, set => ({ ...set, status: change.after }))
    case 'source':
      return {
        ...records,
        sources: withEntry(records.sources, change.id, change.after),
      }
    case 'annotator':
      return { ...records, annotators: withEntry(records.annotators, change.id, change.after) }
    case 'metadata':
      return withDetails(records, change.article, change.after)
    case 'codebook':
      return { ...records, codebook: change.after }
    case 'project':
      return { ...records, name: change.after.name }
  }
}

function withDetails(records: Records, id: ArticleId, edits: ArticleEdits | undefined): Records {
  const article = records.articles.get(id)
  if (article === undefined) return records
  return { ...records, articles: withEntry(records.articles, id, { ...article, edits }) }
}

function withSet(
  records: Records,
  { article: id, annotator }: { readonly article: ArticleId; readonly annotator: AnnotatorId },
  update: (set: CopiedSet) => CopiedSet,
): Records {
  const article = records.articles.get(id)
  if (article === undefined) throw new RangeError(`No article ${id}`)
  const status: ArticleStatus = 'new'
  const set = article.sets.get(annotator) ?? {
    annotator,
    status,
    annotations: new Map(),
    relations: new Map(),
  }
  const sets = withEntry(article.sets, annotator, update(set))
  return { ...records, articles: withEntry(records.articles, id, { ...article, sets }) }
}

function withEntry<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: NoInfer<Key>,
  value: NoInfer<Value> | undefined,
): Map<Key, Value> {
  const copy = new Map(map)
  if (value === undefined) copy.delete(key)
  else copy.set(key, value)
  return copy
}
