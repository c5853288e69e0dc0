import type { ArticleId } from '../../shared/article/article'
import type { Change } from '../../shared/project/change'
import { readArticle } from './read-article'
import { store } from './store'

/** A step over more articles than these is not worth reading them all for their lines in the list. */
const fewArticles = 6

/**
 * Read what the texts themselves say of the articles whose details `changes` touch, where that is not known
 * yet: without it the list would go on showing what a step takes away.
 */
export async function learnFoundDetails(changes: readonly Change[]): Promise<void> {
  const { opened, found } = store.getState()
  const unknown = new Set<ArticleId>()
  for (const change of changes)
    if (change.kind === 'metadata' && !found.has(change.article)) unknown.add(change.article)
  if (opened === undefined || unknown.size > fewArticles) return
  for (const id of unknown) {
    const read = await readArticle(opened.project, id)
    if (store.getState().opened !== opened) return
    if (!read.ok) continue
    const { title, metadata } = read.value.article
    store.setState(state => ({ found: new Map(state.found).set(id, { title, metadata }) }))
  }
}
