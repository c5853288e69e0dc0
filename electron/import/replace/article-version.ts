import path from 'node:path'
import type { Article, ArticleEdits, ArticleId } from '../../../shared/article/article'
import { asCopyOf, withCopy } from '../../../shared/article/copies'
import type { Reading } from '../../../shared/article/reading'
import type { ArticleReading } from '../../../shared/ipc/article-reading'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import type { Change } from '../../../shared/project/change'
import { explainFileError } from '../../store/explain-error'
import type { Surroundings } from '../../store/identity'
import type { ProjectStore } from '../../store/project-store'
import { readOwnFile, readRegularFile } from '../../store/read-regular-file'
import { articleFrom } from '../article-from'
import type { ImportSetting } from '../import-items'
import { bytesSha256 } from '../known-articles'
import type { HowToRead } from '../read-article'
import { largestArticleBytes } from '../read-article'
import type { IncomingRelation, Replacement } from './replace-article'
import { replaceArticle } from './replace-article'

/** Another version of an article of the project, read and not yet written. */
export type ArticleVersion = {
  readonly of: ArticleId
  readonly article: Article
  readonly bytes: Uint8Array
  /** Sentences about how it was read. */
  readonly remarks: readonly string[]
}

type Setting = Pick<ImportSetting, 'surroundings' | 'reader'>

/** Read the page that an article was imported from once more, whole or reduced to the article. */
export async function readOriginalAnew(
  store: ProjectStore,
  id: ArticleId,
  reading: Reading,
  setting: Setting,
): Promise<Result<ArticleVersion>> {
  const known = store.readArticle(id)
  if (!known.ok) return known
  const { original } = known.value.article
  if (original.file === undefined)
    return fail(
      'vanished',
      'The file of this article is not in the project, so it cannot be read anew. Nothing has changed.',
    )
  let bytes: Uint8Array
  try {
    bytes = readOwnFile(path.join(store.folder, 'originals', path.posix.basename(original.file)))
  } catch (error) {
    return explainFileError(error, 'The file of this article could not be read')
  }
  if (bytesSha256(bytes) !== original.sha256)
    return fail(
      'damaged',
      'The file of this article is not what it was when it was imported, so it is not read anew. Nothing has changed. A backup may hold the right one; or import the page again.',
    )
  return versionFrom(id, bytes, original.name, { reading }, setting)
}

/** Read a corrected file. */
export async function readFileAnew(
  id: ArticleId,
  file: string,
  name: string,
  setting: Setting,
): Promise<Result<ArticleVersion>> {
  try {
    const bytes = readRegularFile(file, largestArticleBytes)
    return await versionFrom(id, bytes, name, {}, setting)
  } catch (error) {
    return explainFileError(error, `“${name}” could not be read`)
  }
}

async function versionFrom(
  of: ArticleId,
  bytes: Uint8Array,
  name: string,
  how: HowToRead,
  { reader, surroundings }: Setting,
): Promise<Result<ArticleVersion>> {
  const read = await reader.read(bytes, name, how)
  if (!read.ok) return read
  const article = articleFrom(read.value, { name, sha256: bytesSha256(bytes) }, surroundings)
  return succeed({ of, article, bytes, remarks: read.value.remarks })
}

/** What taking a version would do, as the project is now. Refused when it is the same text, and for what is in the bin. */
export async function planVersion(
  store: ProjectStore,
  { of, article }: ArticleVersion,
  at: string,
): Promise<Result<{ readonly before: ArticleReading; readonly replacement: Replacement }>> {
  const known = store.readArticle(of)
  if (!known.ok) return known
  const before = known.value
  if (before.edits?.removedAt !== undefined)
    return fail('refused', 'This article is in the bin. Put it back first; nothing has changed.')
  if (before.article.textSha256 === article.textSha256)
    return fail(
      'refused',
      `Read this way “${article.title}” has the same text as now, so nothing was changed.`,
    )
  const incoming = await incomingRelations(store, of)
  const edits = new Map<string, ArticleEdits | undefined>(
    store.summaries().map(summary => [summary.id, summary.edits]),
  )
  const editsOf = (id: ArticleId): ArticleEdits | undefined => edits.get(id)
  const replacement = replaceArticle({ before, after: article, incoming, editsOf, at })
  return succeed({ before, replacement })
}

/** Write a version: in the place of its article, as one step of undo, or beside it, as a copy of it. */
export async function takeVersion(
  store: ProjectStore,
  version: ArticleVersion,
  as: 'replacement' | 'new-article',
  surroundings: Surroundings,
): Promise<Result<{ readonly article: ArticleId; readonly lost: number }>> {
  const planned = await planVersion(store, version, surroundings.now())
  if (!planned.ok) return planned
  const { article, bytes } = version
  const original = { bytes }
  if (as === 'new-article') {
    const added = await store.addArticle(
      { article, original },
      copyLinks(planned.value.before, article),
    )
    return added.ok ? succeed({ article: article.id, lost: 0 }) : added
  }
  const written = await store.writeArticles([{ article, original }])
  if (!written.ok) return written
  const { changes, lost } = planned.value.replacement
  const done = await store.appendEdit({
    id: surroundings.newId(),
    label: `replace “${article.title}” by another version`,
    changes: [...changes],
  })
  return done.ok ? succeed({ article: article.id, lost: lost.length }) : done
}

/** Two versions side by side do not count as two sources. */
function copyLinks({ article: first, edits }: ArticleReading, copy: Article): Change[] {
  return [
    {
      kind: 'metadata',
      article: copy.id,
      after: asCopyOf(undefined, first.id, 'another version of it'),
    },
    {
      kind: 'metadata',
      article: first.id,
      ...(edits === undefined ? {} : { before: edits }),
      after: withCopy(edits, copy.id),
    },
  ]
}

/** Relations of other articles that lead to this one; only articles that have relations are read. */
async function incomingRelations(store: ProjectStore, to: ArticleId): Promise<IncomingRelation[]> {
  const found: IncomingRelation[] = []
  for (const { id, annotators } of store.summaries()) {
    const count = Object.values(annotators).reduce((sum, own) => sum + own.relations, 0)
    if (count === 0 || id === to) continue
    const read = store.readArticle(id)
    if (read.ok)
      for (const { annotator, relations } of read.value.sets)
        for (const relation of relations)
          if (relation.to.article === to) found.push({ annotator, relation })
    // Lets the window be served between two articles.
    await new Promise(resolve => setImmediate(resolve))
  }
  return found
}
