import type { DateContext } from '../../shared/article/read-date'
import { metadataOf } from '../../shared/article/article'
import type { WorkbenchState } from './store'

/** What the article on screen tells about how its numbers and dates are meant: its language and its date. */
export function articleKnowledge({ article, project }: WorkbenchState): DateContext {
  if (article === undefined) return {}
  const metadata = metadataOf(article.article, project?.edits.get(article.article.id))
  return { language: metadata['language']?.value, published: metadata['published']?.value }
}
