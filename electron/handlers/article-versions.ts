import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { ArticleId } from '../../shared/article/article'
import { titleOf } from '../../shared/article/article'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { ReplacementPreview } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { quotedWords } from '../../shared/project/history/history-event'
import type { ImportSetting } from '../import/import-items'
import type { HowToRead } from '../import/read-article'
import { countWords } from '../import/reduce/judge-reduction'
import type { ArticleVersion } from '../import/replace/article-version'
import {
  planVersion,
  readFileAnew,
  readOriginalAnew,
  takeVersion,
} from '../import/replace/article-version'
import type { ProjectStore } from '../store/project-store'

/** Lost annotations that the window lists before it is decided. */
const shownLost = 200

/** Other versions of articles: read, shown with what becomes of the annotations, then taken or forgotten. */
export type ArticleVersions = {
  /** Its original, read whole or reduced to the article, or in another encoding. */
  readonly reread: (
    store: ProjectStore,
    article: ArticleId,
    how: Pick<HowToRead, 'reading' | 'encoding'>,
  ) => Promise<Result<ReplacementPreview>>
  readonly fromFile: (
    store: ProjectStore,
    article: ArticleId,
    file: string,
  ) => Promise<Result<ReplacementPreview>>
  /** Another article of the project, as it was imported. */
  readonly fromArticle: (
    store: ProjectStore,
    article: ArticleId,
    later: ArticleId,
  ) => Promise<Result<ReplacementPreview>>
  readonly take: (
    store: ProjectStore,
    version: string,
    as: 'replacement' | 'new-article',
  ) => Promise<Result<{ readonly article: ArticleId; readonly lost: number }>>
}

export function articleVersions(
  setting: Pick<ImportSetting, 'surroundings' | 'reader'>,
): ArticleVersions {
  let waiting:
    { readonly id: string; readonly folder: string; readonly version: ArticleVersion } | undefined

  const preview = async (
    store: ProjectStore,
    reading: Promise<Result<ArticleVersion>>,
  ): Promise<Result<ReplacementPreview>> => {
    if (store.readOnly !== undefined) return fail('read-only', store.readOnly)
    const read = await reading
    if (!read.ok) return read
    const planned = await planVersion(store, read.value, setting.surroundings.now())
    if (!planned.ok) return planned
    const { before, after, replacement } = planned.value
    const id = randomUUID()
    waiting = { id, folder: store.folder, version: read.value }
    const { kind, remarks } = read.value
    return succeed({
      version: id,
      article: before.article.id,
      title: titleOf(after.article, after.edits),
      ...(kind === 'article' ? { own: annotationsIn(after) } : {}),
      words: { before: countWords(before.article.text), after: countWords(after.article.text) },
      placed: replacement.placed,
      moved: replacement.moved,
      lost: replacement.lost
        .slice(0, shownLost)
        .map(annotation => ({ type: annotation.type, words: quotedWords(annotation) })),
      moreLost: Math.max(0, replacement.lost.length - shownLost),
      remarks: [...remarks],
    })
  }

  return {
    reread: (store, article, how) => preview(store, readOriginalAnew(store, article, how, setting)),
    fromFile: (store, article, file) =>
      preview(store, readFileAnew(article, { file, name: path.basename(file) }, setting)),
    fromArticle: (store, of, article) =>
      preview(store, Promise.resolve(succeed({ kind: 'article', of, article, remarks: [] }))),
    take: async (store, id, as) => {
      if (waiting?.id !== id || waiting.folder !== store.folder)
        return fail('vanished', 'This version is not known any more. Ask for it again.')
      const taking = waiting
      // Nobody takes it twice, while it is being written either.
      waiting = undefined
      const taken = await takeVersion(store, taking.version, as, setting.surroundings)
      if (!taken.ok) {
        waiting ??= taking
        return taken
      }
      const { after, replacement } = taken.value
      const lost = as === 'replacement' ? replacement.lost.length : 0
      return succeed({ article: after.article.id, lost })
    },
  }
}

function annotationsIn({ sets }: ArticleReading): number {
  return sets.reduce((sum, { annotations }) => sum + annotations.length, 0)
}
