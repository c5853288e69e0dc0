import type { ArticleId } from '../../shared/article/article'
import type { EncodingsOfArticle } from '../../shared/ipc/import-calls'
import { call } from '../workbench-api'
import { openArticle } from './article-opening'
import { notifyFailure, showDialog } from './notices'
import { refreshArticles, refreshHistory } from './refreshing'
import { settleSaving } from './saving'
import { store } from './store'

/** How the text of an article reads in several encodings; `undefined` when that cannot be said, with a notice. */
export async function encodingsOf(article: ArticleId): Promise<EncodingsOfArticle | undefined> {
  const { opened } = store.getState()
  if (opened === undefined) return undefined
  const answer = await call('encodingsOf', { project: opened.project, article })
  if (answer.ok) return answer.value
  notifyFailure(answer.error)
  return undefined
}

/** Show how an article reads in other encodings, to choose one. */
export async function chooseEncoding(article: ArticleId): Promise<void> {
  const encodings = await encodingsOf(article)
  if (encodings !== undefined) showDialog({ kind: 'encoding', article, encodings })
}

/** Read the file of an article in another encoding and open what comes of it; gives its id, and nothing when it cannot be read so, with a notice. */
export async function readInEncoding(
  article: ArticleId,
  encoding: string,
): Promise<ArticleId | undefined> {
  const { opened } = store.getState()
  if (opened === undefined || !(await settleSaving())) return undefined
  const answer = await call('readInEncoding', { project: opened.project, article, encoding })
  if (!answer.ok) {
    notifyFailure(answer.error)
    return undefined
  }
  await refreshArticles()
  await refreshHistory()
  await openArticle(answer.value.article)
  return answer.value.article
}
