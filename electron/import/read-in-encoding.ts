import path from 'node:path'
import type { Article, ArticleEdits, ArticleId } from '../../shared/article/article'
import { titleOf } from '../../shared/article/article'
import type { EncodingsOfArticle } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Change } from '../../shared/project/change'
import { explainFileError } from '../store/explain-error'
import type { ProjectStore } from '../store/project-store'
import { readOwnFile } from '../store/read-regular-file'
import { articleFrom } from './article-from'
import { encodingChoicesSchema } from './encoding-choices'
import type { ImportSetting } from './import-items'
import { bytesSha256 } from './known-articles'
import { largestArticleBytes } from './read-article'
import type { ArticleReader } from './reader/article-reader'

/** How the text of an article reads in other encodings. Fails for one that did not come from a text. */
export async function encodingsOf(
  store: ProjectStore,
  id: ArticleId,
  reader: ArticleReader,
): Promise<Result<EncodingsOfArticle>> {
  const text = textOf(store, id)
  if (!text.ok) return text
  const { article, file, isAnnotated } = text.value
  const current = article.original.encoding
  const parts = reader.stream({ kind: 'encodings', file, current })
  const first = await parts.next()
  await parts.return(undefined)
  if (first.done === true)
    return first.value === undefined ? noOriginal(article) : { ok: false, error: first.value }
  const choices = encodingChoicesSchema.safeParse(first.value.value)
  return choices.success
    ? succeed({ current, choices: choices.data, isAnnotated })
    : noOriginal(article)
}

/**
 * Read the file of an article in another encoding. The text of an article never changes, so this makes a
 * new one; the old one goes into the bin, with what was said of it going over, unless somebody annotated
 * it. All of it is one step of undo.
 */
export async function readInEncoding(
  store: ProjectStore,
  id: ArticleId,
  encoding: string,
  { surroundings, reader }: Pick<ImportSetting, 'surroundings' | 'reader'>,
): Promise<Result<{ readonly article: ArticleId; readonly isOldKept: boolean }>> {
  const text = textOf(store, id)
  if (!text.ok) return text
  const { article: old, file, edits, isAnnotated } = text.value
  const { name, sha256, reading } = old.original
  const bytes = originalBytes(file, old)
  if (!bytes.ok) return bytes
  if (bytesSha256(bytes.value) !== sha256) return noOriginal(old)
  const read = await reader.read(bytes.value, name, {
    encoding,
    ...(reading === undefined ? {} : { reading }),
  })
  if (!read.ok) return read
  const article = articleFrom(read.value, { name, sha256 }, surroundings)
  const written = await store.writeArticles([{ article, original: { bytes: bytes.value } }])
  if (!written.ok) return written
  const head = { id: article.id, title: article.title, importedAt: article.original.importedAt }
  const recorded = await store.recordImport(
    [head],
    isAnnotated ? [] : inPlaceOf(id, edits, { article: article.id, at: surroundings.now() }),
  )
  return recorded.ok ? succeed({ article: article.id, isOldKept: isAnnotated }) : recorded
}

/** The old article into the bin, and what people wrote of it to the new one. */
function inPlaceOf(
  old: ArticleId,
  edits: ArticleEdits | undefined,
  { article, at }: { readonly article: ArticleId; readonly at: string },
): Change[] {
  const before = edits === undefined ? {} : { before: edits }
  return [
    { kind: 'metadata', article: old, ...before, after: { ...edits, removedAt: at } },
    ...(edits === undefined ? [] : [{ kind: 'metadata' as const, article, after: edits }]),
  ]
}

type TextArticle = {
  readonly article: Article
  readonly edits: ArticleEdits | undefined
  readonly file: string
  readonly isAnnotated: boolean
}

/** An article that came from a file of text, as a whole. */
function textOf(store: ProjectStore, id: ArticleId): Result<TextArticle> {
  const read = store.readArticle(id)
  if (!read.ok) return read
  const { article, edits, sets } = read.value
  const { file, encoding, mediaType } = article.original
  if (file === undefined || encoding === 'binary' || !readableTypes.includes(mediaType))
    return fail(
      'refused',
      `“${titleOf(article, edits)}” did not come from a file of text, so it has no encoding to choose.`,
    )
  return succeed({
    article,
    edits,
    file: path.join(store.folder, 'originals', path.basename(file)),
    isAnnotated: sets.some(
      ({ annotations, relations }) => annotations.length > 0 || relations.length > 0,
    ),
  })
}

/** Files whose bytes are text as a whole: a mail has several encodings, and of a table there is a row only. */
const readableTypes = ['text/plain', 'text/markdown', 'text/html', 'application/xhtml+xml']

function originalBytes(file: string, article: Article): Result<Uint8Array> {
  try {
    return succeed(readOwnFile(file, largestArticleBytes))
  } catch (error) {
    return explainFileError(error, `The file of “${article.title}” could not be read`)
  }
}

function noOriginal({ title }: Article): ReturnType<typeof fail> {
  return fail(
    'damaged',
    `The file that “${title}” was imported from is not as it was, so it cannot be read in another encoding. The article itself is whole. Import the file again.`,
  )
}
