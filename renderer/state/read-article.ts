import type { ArticleId } from '../../shared/article/article'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { ProjectHandle } from '../../shared/ipc/handles'
import { unpackReading } from '../../shared/ipc/packed-reading'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import { call, readJson } from '../workbench-api'

/** Ask main for a whole article with its annotations. */
export async function readArticle(
  project: ProjectHandle,
  article: ArticleId,
): Promise<Result<ArticleReading>> {
  const packed = await readJson(project, { kind: 'article', article })
  return packed.ok ? succeed(unpackReading(packed.value)) : packed
}

/** What is equal as long as only this window changes the article; `undefined` when main cannot tell. */
export async function readStamp(
  project: ProjectHandle,
  article: ArticleId,
): Promise<string | undefined> {
  const answer = await call('articleStamp', { project, article })
  return answer.ok ? answer.value.stamp : undefined
}
