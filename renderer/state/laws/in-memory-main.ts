import type { Annotation, Annotator, Relation, Source } from '../../../shared/annotation/annotation'
import { compareAnnotations } from '../../../shared/annotation/annotation'
import type { ArticleStatus } from '../../../shared/annotation/annotation-set'
import type { Article, ArticleEdits } from '../../../shared/article/article'
import { metadataOf, titleOf } from '../../../shared/article/article'
import type { Codebook } from '../../../shared/codebook/codebook'
import type { FarRelations, Readable } from '../../../shared/ipc/article-calls'
import type { CallInput } from '../../../shared/ipc/contract'
import type { ProjectHandle } from '../../../shared/ipc/handles'
import type { OpenedProject } from '../../../shared/ipc/project-calls'
import { calls } from '../../../shared/ipc/contract'
import { packReading } from '../../../shared/ipc/packed-reading'
import { fail, succeed } from '../../../shared/outcome/result'
import type { Change, Edit } from '../../../shared/project/change'
import { stableJson } from '../../../shared/project/stable-json'
import type { ArticleSummary } from '../../../shared/project/summary'
import type { UndoHistory } from '../../../shared/project/undo-history'
import { afterEdit, emptyHistory } from '../../../shared/project/undo-history'
import type { PlainProject } from './plain-project'
import { plainAnnotation, plainProject, plainRelation } from './plain-project'

export type MemoryMain = {
  readonly project: ProjectHandle
  /** Answers like main: through JSON, never at once. */
  readonly call: (name: string, input: unknown) => Promise<unknown>
  /** From now on edits are neither taken in nor acknowledged, until `release`. */
  readonly hold: () => void
  readonly release: () => void
  /** Calls without an answer, but for edits that are held. */
  readonly pending: () => number
  /** What is wrong with the edits that came: each must fit what is there. */
  readonly faults: readonly string[]
  readonly plain: () => PlainProject
  /** Every record to the last letter. */
  readonly dump: () => string
}

/** The other side of `window.workbench` without files: records by name, each edit checked against them. */
export function createMemoryMain(given: {
  readonly name: string
  readonly articles: readonly Article[]
  readonly annotator: Annotator
  readonly codebook: Codebook
}): MemoryMain {
  const { articles, annotator, codebook } = given
  const project = '01950000-0000-7000-8000-00000000aaaa' as ProjectHandle
  const records = new Map<string, unknown>([
    ['project', { name: given.name }],
    ['codebook', codebook],
  ])
  const faults: string[] = []
  const reads = new Map<string, readonly string[]>()
  let history: UndoHistory = emptyHistory
  let seq = 0
  let pending = 0
  let held: (() => void)[] | undefined

  const all = <Value>(kind: string): Value[] =>
    [...records].flatMap(([key, value]) => (key.startsWith(`${kind} `) ? [value as Value] : []))
  const codebookNow = (): Codebook => records.get('codebook') as Codebook
  const statusOf = (article: Article): ArticleStatus =>
    (records.get(`status ${article.id}`) as ArticleStatus | undefined) ?? 'new'
  const editsOf = (article: Article): ArticleEdits | undefined =>
    records.get(`metadata ${article.id}`) as ArticleEdits | undefined

  const append = (edit: Edit): void => {
    for (const change of edit.changes) {
      const key = keyOf(change)
      const was = records.get(key) ?? (change.kind === 'status' ? 'new' : undefined)
      if (stableJson(was ?? null) !== stableJson(change.before ?? null))
        faults.push(`“${edit.label}” takes ${key} for something else than it is`)
      if (change.after === undefined) records.delete(key)
      else records.set(key, change.after)
    }
    history = afterEdit(history, edit)
  }

  const summaryOf = (article: Article): ArticleSummary => {
    const edits = editsOf(article)
    const counts: Record<string, number> = {}
    for (const { type } of all<Annotation>(`annotation ${article.id}`))
      counts[type] = (counts[type] ?? 0) + 1
    const relations = all<Relation>(`relation ${article.id}`).length
    return {
      id: article.id,
      title: titleOf(article, edits),
      metadata: metadataOf(article, edits),
      tags: edits?.tags ?? [],
      length: article.text.length,
      textSha256: article.textSha256,
      ...(edits === undefined ? {} : { edits }),
      ...(edits?.removedAt === undefined ? {} : { removedAt: edits.removedAt }),
      annotators: { [annotator.id]: { status: statusOf(article), counts, relations } },
    }
  }

  const readingOf = (article: Article): unknown => {
    const edits = editsOf(article)
    return packReading({
      article,
      ...(edits === undefined ? {} : { edits }),
      sets: [
        {
          annotator: annotator.id,
          status: statusOf(article),
          annotations: all<Annotation>(`annotation ${article.id}`).sort(compareAnnotations),
          relations: all<Relation>(`relation ${article.id}`),
          lost: [],
        },
      ],
    })
  }

  const read = (what: Readable): unknown => {
    if (what.kind === 'summaries') return articles.map(summaryOf)
    if (what.kind === 'history') return history
    if (what.kind === 'touched-by-codebook') {
      const annotations = articles.flatMap(({ id }) =>
        all<Annotation>(`annotation ${id}`)
          .filter(({ type }) => what.types.includes(type))
          .map(annotation => ({ article: id, annotator: annotator.id, annotation })),
      )
      return { annotations, relations: [] }
    }
    if (what.kind === 'annotations-of-source') {
      const named = articles.flatMap(({ id }) =>
        all<Annotation>(`annotation ${id}`)
          .filter(({ attributes }) => Object.values(attributes).includes(what.source))
          .map(annotation => ({ article: id, annotator: annotator.id, annotation })),
      )
      return { annotations: named, named: named.length }
    }
    const article = articles.find(({ id }) => what.kind === 'article' && id === what.article)
    if (article === undefined) throw new RangeError(`Nobody asks for ${what.kind} here`)
    return readingOf(article)
  }

  const opened = (): OpenedProject => ({
    project,
    id: project,
    name: (records.get('project') as { name: string }).name,
    folder: 'laws',
    codebook: codebookNow(),
    sources: all<Source>('source'),
    annotators: [annotator],
    annotator,
    notices: [],
  })

  const farRelations = (article: string): FarRelations => ({
    incoming: all<Relation>('relation')
      .filter(({ from, to }) => to.article === article && from.article !== article)
      .map(relation => ({ annotator: annotator.id, relation })),
    // What stands at far ends is only drawn.
    ends: [],
  })

  const answers: Readonly<Record<string, (input: never) => unknown>> = {
    appInfo: () => ({
      version: '1.0.0',
      electron: '33.0.0',
      platform: 'linux',
      preferences: {
        theme: 'light',
        showKeyLine: true,
        showArticles: true,
        articleOrder: 'imported',
        selectsWords: true,
        entersCard: false,
        stopsAtMissing: false,
        singleKeys: true,
        showsOthers: true,
      },
      annotatorName: annotator.name,
      people: [],
      recent: [],
      notices: [],
      open: project,
    }),
    openProject: ({ project }: { readonly project: ProjectHandle }) =>
      succeed({ ...opened(), project }),
    closeProject: () => succeed({}),
    beginRead: ({ what }: { readonly what: Readable }) => {
      // Only looked at: what it shows is nothing that a command changes.
      if (what.kind === 'article-history') return fail('refused', 'There is no history here.')
      const id = `read ${String(reads.size)}`
      const text = JSON.stringify(read(what))
      const half = Math.ceil(text.length / 2)
      reads.set(id, [text.slice(0, half), text.slice(half)])
      return succeed({ read: id, parts: 2 })
    },
    readPart: ({ read: id, part }: { read: string; part: number }) =>
      succeed({ text: reads.get(id)?.[part] ?? '' }),
    appendEdit: ({ edit }: { readonly edit: Edit }) => {
      const { success } = calls.appendEdit.input.safeParse({ project, edit })
      if (!success) faults.push(`“${edit.label}” does not fit the contract`)
      append(edit)
      seq += 1
      return succeed({ seq })
    },
    farRelations: ({ article }: CallInput<'farRelations'>) => succeed(farRelations(article)),
    leaveArticle: () => ({}),
    firstPaint: () => ({}),
    reportFault: () => ({}),
    saveFaultReport: () => ({}),
    setPreferences: () => ({}),
  }

  /** A dialog of the system that somebody closed: what every other call comes to here. */
  const cancelled = () => fail('cancelled', 'Nothing was chosen.')

  return {
    project,
    call: async (name, input) => {
      const sent = JSON.parse(JSON.stringify(input)) as never
      const waits = name === 'appendEdit' ? held : undefined
      if (waits !== undefined) await new Promise<void>(resolve => waits.push(resolve))
      pending += 1
      try {
        await turns(3)
        const answer = JSON.stringify((answers[name] ?? cancelled)(sent))
        // The way back: what is written meanwhile is not in the answer.
        await turns(3)
        return JSON.parse(answer) as unknown
      } finally {
        pending -= 1
      }
    },
    hold: () => {
      held ??= []
    },
    release: () => {
      const waiting = held ?? []
      held = undefined
      for (const go of waiting) go()
    },
    pending: () => pending,
    faults,
    plain: () => {
      const { name } = records.get('project') as { name: string }
      const plain = plainProject(name, articles, codebookNow())
      for (const { id, name } of all<Source>('source')) plain.sources[id] = name
      for (const article of articles)
        plain.articles[article.id] = {
          status: statusOf(article),
          edits: editsOf(article) ?? {},
          annotations: byId(all<Annotation>(`annotation ${article.id}`), plainAnnotation),
          relations: byId(all<Relation>(`relation ${article.id}`), plainRelation),
        }
      return plain
    },
    dump: () =>
      stableJson(
        [...records]
          // A status that was set back to new is the same as one that was never set.
          .filter(([key, value]) => !(key.startsWith('status ') && value === 'new'))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve()
}

function byId<Item extends { readonly id: string }, Plain>(
  items: readonly Item[],
  plainOf: (item: Item) => Plain,
): Record<string, Plain> {
  return Object.fromEntries(items.map(item => [item.id, plainOf(item)]))
}

function keyOf(change: Change): string {
  switch (change.kind) {
    case 'annotation':
    case 'relation':
      return `${change.kind} ${change.article} ${change.id}`
    case 'status':
    case 'metadata':
      return `${change.kind} ${change.article}`
    case 'source':
    case 'annotator':
      return `${change.kind} ${change.id}`
    case 'codebook':
    case 'project':
      return change.kind
  }
}
