import type { ArticleEdits, ArticleId } from '../article/article'
import type { Change } from './change'
import { stableJson } from './stable-json'

/** The change of what people wrote of an article, from `before` to `after`; `undefined` is an article nobody wrote of. */
export function editsChange(
  article: ArticleId,
  before: ArticleEdits | undefined,
  after: ArticleEdits | undefined,
): Change {
  return {
    kind: 'metadata',
    article,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}

/** The changes of several articles, from what `before` gives to `after`; none for those that stay as they are. */
export function editsChanges(
  before: (article: ArticleId) => ArticleEdits | undefined,
  after: ReadonlyMap<ArticleId, ArticleEdits | undefined>,
): Change[] {
  return [...after].flatMap(([article, edits]) => {
    const known = before(article)
    return stableJson(known ?? {}) === stableJson(edits ?? {})
      ? []
      : [editsChange(article, known, edits)]
  })
}
