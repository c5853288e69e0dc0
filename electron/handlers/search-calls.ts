import type { searchCalls as calls } from '../../shared/ipc/search-calls'
import type { ArticleId } from '../../shared/article/article'
import { succeed } from '../../shared/outcome/result'
import type { HandlersOf } from '../ipc/handle-calls'
import type { HandlerSetting, WithStore } from './setting'

/** The calls that search all articles. */
export function searchCalls(
  setting: HandlerSetting,
  withStore: WithStore,
): HandlersOf<typeof calls> {
  return {
    beginSearch: ({ project, query }) =>
      withStore(project, store => setting.search.begin(store, query)),
    continueSearch: ({ project, search }) =>
      withStore(project, async store => {
        const part = await setting.search.next(store, search)
        if (!part.ok) return part
        const { hits, uncounted, articlesDone, articlesTotal } = part.value
        return succeed({
          hits: hits.map(hit => ({ ...hit, article: hit.article as ArticleId })),
          articlesDone,
          articlesTotal,
          hasMore: uncounted > 0 || articlesDone < articlesTotal,
        })
      }),
  }
}
