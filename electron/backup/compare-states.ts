import fs from 'node:fs'
import path from 'node:path'
import type { ArticleId } from '../../shared/article/article'
import { joinCodebooks } from '../../shared/codebook/join-codebooks'
import type { Change } from '../../shared/project/change'
import { changeInWords } from '../../shared/project/compare/change-in-words'
import { articleChanges, sharedChanges } from '../../shared/project/compare/changes-between-copies'
import type {
  AnnotationCounts,
  ComparedArticle,
  Comparison,
} from '../../shared/project/compare/comparison'
import type { Difference } from '../../shared/project/compare/difference'
import type { HistoryWords } from '../../shared/project/history/describe-event'
import type { CopiedArticle } from '../../shared/project/merge/project-copy'
import type { OnRead } from '../check/check-project'
import { readArticleCopy, readSharedCopy } from '../import/merge/read-copy'
import type { ProjectStore } from '../store/project-store'

/** What is given in words; the counts are always whole. */
const most = { articles: 300, ofProject: 200, ofArticle: 100, together: 4000 }

/** How a project differs `now` from what it was `then`; both are open for reading. */
export function compareStates(
  then: ProjectStore,
  now: ProjectStore,
  onRead: OnRead = () => undefined,
): Comparison {
  const words = wordsOfBoth(then, now)
  const isAlike = alikeOnDisk(then, now)
  const titles = new Map<ArticleId, string>()
  for (const { summaries } of [then, now])
    for (const { id, title } of summaries()) titles.set(id, title)
  const articles: ComparedArticle[] = []
  let left = most.together
  let done = 0
  for (const [id, title] of titles) {
    done += 1
    onRead(done, titles.size)
    if (isAlike(id)) continue
    const [before, after] = [readArticleCopy(then, id), readArticleCopy(now, id)]
    const changes = articleChanges(id, before, after)
    if (changes.length === 0 && before !== undefined && after !== undefined) continue
    const all = changes.flatMap(change => changeInWords(change, words))
    const shown = Math.min(most.ofArticle, left, all.length)
    left -= shown
    articles.push({
      article: id,
      title,
      state: stateOf(before, after, isThere(now, id)),
      annotations: countsOf(changes),
      differences: all.slice(0, shown),
      more: all.length - shown,
    })
  }
  const ofProject = sharedChanges(readSharedCopy(then), readSharedCopy(now)).flatMap(change =>
    changeInWords(change, words),
  )
  return {
    project: ofProject.slice(0, most.ofProject),
    moreOfProject: Math.max(0, ofProject.length - most.ofProject),
    articles: inOrder(articles).slice(0, most.articles),
    moreArticles: Math.max(0, articles.length - most.articles),
    sums: sumsOf(articles),
  }
}

/** Keys and ids as they are called now, or were called then where they are gone. */
function wordsOfBoth(then: ProjectStore, now: ProjectStore): HistoryWords {
  return {
    codebook: joinCodebooks(now.codebook(), then.codebook()),
    sources: new Map([...then.sources(), ...now.sources()].map(source => [source.id, source])),
  }
}

/**
 * Whether all files of an article are the same, byte by byte, and no record waits to go into one: then
 * nothing of it need be read. Most articles of a large project are.
 */
function alikeOnDisk(then: ProjectStore, now: ProjectStore): (id: ArticleId) => boolean {
  const filesThen = filesByArticle(then)
  const filesNow = filesByArticle(now)
  // A record may wait for a file that is not there yet.
  const waiting = new Set(
    [then, now].flatMap(({ unsettledFiles }) => unsettledFiles().map(articleOf)),
  )
  return id => {
    const [one, other] = [filesThen.get(id) ?? [], filesNow.get(id) ?? []]
    return (
      one.length > 0 &&
      !waiting.has(id) &&
      one.join() === other.join() &&
      one.every(file => hasSameBytes(then.folder, now.folder, file))
    )
  }
}

function filesByArticle({ folder }: ProjectStore): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>()
  for (const child of ['articles', 'metadata', 'annotations'])
    for (const name of namesIn(path.join(folder, child))) {
      const id = articleOf(name)
      files.set(id, [...(files.get(id) ?? []), `${child}/${name}`])
    }
  return files
}

/** The article whose file this is: names begin with its id. */
function articleOf(file: string): string {
  return path.posix.basename(file).split('.')[0] ?? ''
}

function namesIn(folder: string): string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []
}

function hasSameBytes(one: string, other: string, file: string): boolean {
  try {
    return fs.readFileSync(path.join(one, file)).equals(fs.readFileSync(path.join(other, file)))
  } catch {
    // What cannot be read is not known to be the same.
    return false
  }
}

function isThere({ folder }: ProjectStore, id: ArticleId): boolean {
  return fs.existsSync(path.join(folder, 'articles', `${id}.json`))
}

function stateOf(
  before: CopiedArticle | undefined,
  after: CopiedArticle | undefined,
  hasFile: boolean,
): ComparedArticle['state'] {
  if (after === undefined) return hasFile ? 'unreadable' : 'removed'
  return before === undefined ? 'added' : 'changed'
}

function countsOf(changes: readonly Change[]): AnnotationCounts {
  const ofAnnotations = changes.filter(({ kind }) => kind === 'annotation')
  const added = ofAnnotations.filter(({ before }) => before === undefined).length
  const removed = ofAnnotations.filter(({ after }) => after === undefined).length
  return { added, removed, changed: ofAnnotations.length - added - removed }
}

/** What is gone first, because that is what one looks for in a backup. */
function inOrder(articles: readonly ComparedArticle[]): ComparedArticle[] {
  const rank = { removed: 0, unreadable: 0, changed: 1, added: 2 }
  return articles.toSorted(
    (one, other) =>
      rank[one.state] - rank[other.state] ||
      other.annotations.removed - one.annotations.removed ||
      (one.title < other.title ? -1 : 1),
  )
}

function sumsOf(articles: readonly ComparedArticle[]): Comparison['sums'] {
  const inState = (...states: readonly ComparedArticle['state'][]): number =>
    articles.filter(({ state }) => states.includes(state)).length
  const sum = (change: Difference['change']): number =>
    articles.reduce((total, { annotations }) => total + annotations[change], 0)
  return {
    articles: {
      added: inState('added'),
      removed: inState('removed', 'unreadable'),
      changed: inState('changed'),
    },
    annotations: { added: sum('added'), removed: sum('removed'), changed: sum('changed') },
  }
}
