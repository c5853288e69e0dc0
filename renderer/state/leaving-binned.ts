import type { ArticleId } from '../../shared/article/article'
import type { Change } from '../../shared/project/change'
import type { ArticleSummary } from '../../shared/project/summary'
import { orderArticles } from '../values/order-articles'
import { openArticle, showNoArticle } from './article-opening'
import { paneShowing } from './panes'
import { articleOrderOf, isInBin } from './selectors'
import { closePane } from './side-by-side'
import { store } from './store'

/**
 * Leave the articles on screen that `changes` have put into the bin: what took their place or came out of the
 * bin by the same step is shown instead; else of two panes one closes, and in the only one is the neighbour in
 * the list. `before` is the list as it was.
 */
export async function leaveBinned(
  changes: readonly Change[],
  before: readonly ArticleSummary[],
): Promise<void> {
  const { binned, back } = movedByBin(changes)
  for (const [id, later] of binned) {
    const instead = later !== undefined && isThere(later) ? later : back
    for (
      let pane = paneShowing(store.getState(), id);
      pane !== undefined;
      pane = paneShowing(store.getState(), id)
    ) {
      if (instead === undefined && store.getState().beside !== undefined) closePane(pane)
      else {
        const next = instead ?? neighbourOf(id, listed(before), binned)
        if (next === undefined) showNoArticle()
        else if (!(await openArticle(next, pane))) return
      }
    }
  }
}

function isThere(article: ArticleId): boolean {
  return store.getState().summaries.some(summary => summary.id === article && !isInBin(summary))
}

/** What went into the bin, each with the version that took its place, and what came out of it. */
function movedByBin(changes: readonly Change[]) {
  const binned = new Map<ArticleId, ArticleId | undefined>()
  let back: ArticleId | undefined
  for (const change of changes) {
    if (change.kind !== 'metadata') continue
    const { article, before, after } = change
    if (before?.removedAt !== undefined && after?.removedAt === undefined) back ??= article
    if (before?.removedAt === undefined && after?.removedAt !== undefined)
      binned.set(article, after.replacedBy)
  }
  return { binned, back }
}

function listed(summaries: readonly ArticleSummary[]): readonly ArticleSummary[] {
  return orderArticles(summaries, articleOrderOf(store.getState()))
}

function neighbourOf(
  id: ArticleId,
  before: readonly ArticleSummary[],
  binned: ReadonlyMap<ArticleId, unknown>,
): ArticleId | undefined {
  const list = before.filter(summary => !isInBin(summary))
  const at = list.findIndex(summary => summary.id === id)
  const stays = (summary: ArticleSummary): boolean => !binned.has(summary.id)
  return (list.slice(at + 1).find(stays) ?? list.slice(0, Math.max(0, at)).findLast(stays))?.id
}
