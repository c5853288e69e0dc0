import type { SearchHit } from '../../../shared/ipc/search-calls'
import { mostHitsShown } from '../../state/searching'
import type { SearchState } from '../../state/searching'
import { countOf, writeCount } from '../../values/count-text'

/** How much was found, and how far the search is. `shown` are the hits without the one that is left out. */
export function foundWords(found: SearchState, shown: readonly SearchHit[]): string {
  const { articlesDone, articlesTotal, isRunning } = found
  const articles = new Set(shown.map(({ article }) => article)).size
  const more = found.hits.length >= mostHitsShown ? ' and more' : ''
  const said =
    shown.length === 0
      ? 'Nothing found'
      : `${countOf(shown.length, 'hit')}${more} in ${countOf(articles, 'article')}`
  if (!isRunning) return said
  return `${said} so far: ${writeCount(articlesDone)} of ${countOf(articlesTotal, 'article')} read`
}
