import fs from 'node:fs'
import path from 'node:path'
import type { ArticleId } from '../../shared/article/article'
import type { ArticleWithChanges } from '../../shared/project/compare/compare-articles'
import { compareArticles } from '../../shared/project/compare/compare-articles'
import { articleChanges, sharedChanges } from '../../shared/project/compare/changes-between-copies'
import type { ComparedArticle, Comparison } from '../../shared/project/compare/comparison'
import { wordsOfBoth } from '../../shared/project/merge/plan-merge'
import type { CopiedArticle } from '../../shared/project/merge/project-copy'
import type { OnRead } from '../check/check-project'
import { readArticleCopy, readSharedCopy } from '../import/merge/read-copy'
import type { ProjectStore } from '../store/project-store'

/** How a project differs `now` from what it was `then`; both are open for reading. Articles that are known to be `alike` are not looked at. */
export function compareStates(
  then: ProjectStore,
  now: ProjectStore,
  alike: ReadonlySet<string> = new Set(),
  onRead: OnRead = () => undefined,
): Comparison {
  const titles = new Map<ArticleId, string>()
  for (const { summaries } of [then, now])
    for (const { id, title } of summaries()) if (!alike.has(id)) titles.set(id, title)
  const articles: ArticleWithChanges[] = []
  let done = 0
  for (const [id, title] of titles) {
    done += 1
    onRead(done, titles.size)
    const [before, after] = [readArticleCopy(then, id), readArticleCopy(now, id)]
    const changes = articleChanges(id, before, after)
    if (changes.length > 0 || before === undefined || after === undefined)
      articles.push({
        article: id,
        title,
        state: stateOf(before, after, isThere(now, id)),
        changes,
      })
  }
  const [before, after] = [readSharedCopy(then), readSharedCopy(now)]
  return compareArticles(sharedChanges(before, after), articles, wordsOfBoth(after, before))
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
