import type { AnnotationSet } from '../../shared/annotation/annotation-set'
import type { ArticleId } from '../../shared/article/article'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { Change } from '../../shared/project/change'
import type { ProjectState } from '../../shared/project/project-state'
import { latestFew } from '../values/latest-few'

/** An article as it was when it was left. */
export type KeptArticle = {
  /** Main’s word for what it was made of; see `articleStamp` of the contract. */
  readonly stamp: string
  readonly reading: ArticleReading
  /** Its annotations with all edits of this window. */
  readonly sets: ReadonlyMap<string, AnnotationSet>
}

/** Code units of text that are kept beside the last article. */
const mostText = 4_000_000

const kept = latestFew<ArticleId, KeptArticle>({
  most: 4,
  heaviest: mostText,
  weightOf: ({ reading }) => reading.article.text.length,
})

const stamps = new Map<ArticleId, string>()

/** An article was read, which main had given this stamp just before; without one it will not be kept. */
export function stampArticle(id: ArticleId, stamp: string | undefined): void {
  if (stamp === undefined) stamps.delete(id)
  else stamps.set(id, stamp)
}

/** Keep an article as it is in `project`, with all edits of this window. */
export function keepArticle(reading: ArticleReading, project: ProjectState): void {
  const { id } = reading.article
  const stamp = stamps.get(id)
  if (stamp === undefined) return
  const sets = new Map([...project.sets].filter(([, set]) => set.article === id))
  kept.put(id, { stamp, reading, sets })
}

export function keptArticle(id: ArticleId): KeptArticle | undefined {
  return kept.get(id)
}

/** Changes were made: what is kept of their articles is without them. Those on screen are kept when they are left. */
export function forgetChanged(changes: readonly Change[]): void {
  for (const change of changes) if ('article' in change) kept.drop(change.article)
}

export function forgetKeptArticles(): void {
  stamps.clear()
  kept.clear()
}
