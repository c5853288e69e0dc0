import path from 'node:path'
import type { Article, ArticleId } from '../../../shared/article/article'
import { titleOf } from '../../../shared/article/article'
import { asCopyOf, withCopy } from '../../../shared/article/copies'
import type { ArticleReading } from '../../../shared/ipc/article-reading'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import type { Change } from '../../../shared/project/change'
import { editsChange } from '../../../shared/project/edits-change'
import { readArticleFile } from '../../store/article-files'
import { explainFileError } from '../../store/explain-error'
import type { Surroundings } from '../../store/identity'
import type { ProjectStore } from '../../store/project-store'
import { readOwnFile, readRegularFile } from '../../store/read-regular-file'
import { articleFrom } from '../article-from'
import type { ImportSetting } from '../import-items'
import { bytesSha256 } from '../known-articles'
import type { HowToRead } from '../read-article'
import { largestArticleBytes } from '../read-article'
import { tableKind } from '../table/row-values'
import type { IncomingRelation, Replacement } from './replace-article'
import { replaceArticle } from './replace-article'

/** Another version of an article of the project: read and not yet written, or an article that is there. */
export type ArticleVersion = {
  readonly of: ArticleId
  /** Sentences about how it was read. */
  readonly remarks: readonly string[]
} & (
  | { readonly kind: 'read'; readonly article: Article; readonly bytes: Uint8Array }
  | { readonly kind: 'article'; readonly article: ArticleId }
)

type Setting = Pick<ImportSetting, 'surroundings' | 'reader'>

/** Read the file that an article was imported from once more: as it was read, but for what `how` says. */
export async function readOriginalAnew(
  store: ProjectStore,
  id: ArticleId,
  how: Pick<HowToRead, 'reading' | 'encoding'>,
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
  const { reading, encoding, encodingFrom } = original
  const before = {
    ...(reading === undefined ? {} : { reading }),
    ...(encodingFrom === 'chosen' ? { encoding } : {}),
  }
  return versionFrom(id, bytes, original.name, { ...before, ...how }, setting)
}

/** Read a corrected file of this name. */
export async function readFileAnew(
  id: ArticleId,
  {
    file,
    name,
    how = {},
  }: { readonly file: string; readonly name: string; readonly how?: HowToRead },
  setting: Setting,
): Promise<Result<ArticleVersion>> {
  if (tableKind(name) !== undefined)
    return fail(
      'refused',
      `“${name}” is a table, whose rows are articles of their own, so it takes no article’s place. Import it, and replace articles from the report.`,
    )
  try {
    const bytes = readRegularFile(file, largestArticleBytes)
    return await versionFrom(id, bytes, name, how, setting)
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
  return succeed({ kind: 'read', of, article, bytes, remarks: read.value.remarks })
}

/** What taking a version does: both articles as they are, and the changes. */
export type VersionPlan = {
  readonly before: ArticleReading
  readonly after: ArticleReading
  readonly replacement: Replacement
}

/** What taking a version would do, as the project is now. Refused when it is the same text, and for what is in the bin. */
export async function planVersion(
  store: ProjectStore,
  version: ArticleVersion,
  at: string,
): Promise<Result<VersionPlan>> {
  const incoming = await incomingRelations(store, version.of)
  // From here on nothing waits: what is read now is what the changes begin with.
  const known = readWhole(store, version.of)
  if (!known.ok) return known
  const later = readingOf(store, version)
  if (!later.ok) return later
  const [before, after] = [known.value, later.value]
  const refused = whyNot(before, after, version)
  if (refused !== undefined) return fail('refused', refused)
  const others = new Map(
    store
      .summaries()
      .filter(({ id }) => id !== before.article.id && id !== after.article.id)
      .map(({ id, edits }) => [id, edits]),
  )
  const replacement = replaceArticle({ before, after, incoming, others, at })
  return succeed({ before, after, replacement })
}

/** Its file is looked at, too: what is remembered of an article may have lost it meanwhile. */
function readWhole(store: ProjectStore, id: ArticleId): Result<ArticleReading> {
  const file = readArticleFile(store.folder, id)
  return file.ok ? store.readArticle(id) : file
}

/** A new article is in the bin until it is taken out with the first step of undo about it. */
function readingOf(store: ProjectStore, version: ArticleVersion): Result<ArticleReading> {
  if (version.kind === 'article') return readWhole(store, version.article)
  const { article } = version
  return succeed({ article, edits: { removedAt: article.original.importedAt }, sets: [] })
}

/** Why a version cannot take the place of an article; `undefined` when it can. */
function whyNot(
  before: ArticleReading,
  after: ArticleReading,
  { kind }: ArticleVersion,
): string | undefined {
  const [earlier, later] = [before, after].map(({ article, edits }) => titleOf(article, edits))
  if (before.edits?.removedAt !== undefined)
    return before.edits.replacedBy === undefined
      ? `“${earlier}” is in the bin. Put it back first; nothing has changed.`
      : `Another version has taken the place of “${earlier}” already. Undo that first, or put the earlier version back out of the bin; nothing has changed.`
  if (before.article.textSha256 === after.article.textSha256)
    return kind === 'article'
      ? `“${later}” has the same text as “${earlier}”, so there is nothing to replace.`
      : `Read this way “${later}” has the same text as now, so nothing was changed.`
  if (kind === 'article' && after.edits?.removedAt !== undefined)
    return `“${later}” is in the bin, so it takes no other article’s place. Put it back first; nothing has changed.`
  if (kind === 'article' && after.edits?.replaces !== undefined)
    return `“${later}” has taken the place of an earlier version already, and lists what of that could not be placed. Undo that first; nothing has changed.`
  return undefined
}

/** Write a version: in the place of its article, as one step of undo, or beside it, as a copy of it. Gives the plan that it followed. */
export async function takeVersion(
  store: ProjectStore,
  version: ArticleVersion,
  as: 'replacement' | 'new-article',
  surroundings: Surroundings,
): Promise<Result<VersionPlan>> {
  if (version.kind === 'article' && as === 'new-article')
    return fail('refused', 'This version is an article of its own already; nothing has changed.')
  const planned = await planVersion(store, version, surroundings.now())
  if (!planned.ok) return planned
  const { before, after, replacement } = planned.value
  const { article } = after
  if (version.kind === 'read') {
    const written = { article, original: { bytes: version.bytes } }
    if (as === 'new-article') {
      const added = await store.addArticle(written, copyLinks(before, article))
      return added.ok ? planned : added
    }
    const done = await store.writeArticles([written])
    if (!done.ok) return done
  }
  const done = await store.appendEdit({
    id: surroundings.newId(),
    label: `replace “${titleOf(article, after.edits)}” by another version`,
    changes: [...replacement.changes],
  })
  return done.ok ? planned : done
}

/** Two versions side by side do not count as two sources. */
function copyLinks({ article: first, edits }: ArticleReading, copy: Article): Change[] {
  return [
    editsChange(copy.id, undefined, asCopyOf(undefined, first.id, 'another version of it')),
    editsChange(first.id, edits, withCopy(edits, copy.id)),
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
