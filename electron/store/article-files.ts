import path from 'node:path'
import type { Article } from '../../shared/article/article'
import { articleSchema } from '../../shared/article/article'
import { plainText } from '../../shared/article/plain-text'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { FileContent } from '../../shared/project/file-content'
import { bringToVersion } from '../../shared/project/migrations'
import { faultOfJson } from '../../shared/project/sound-json'
import { stableJson } from '../../shared/project/stable-json'
import { writeDurably } from './durable-write'
import { errorCode, explainFileError } from './explain-error'
import { writeTogether } from './write-together'
import { pathOfFile } from './project-files'
import { readOwnFile } from './read-regular-file'
import { sha256Hex, signatureOf, signText } from './signed-text'
import { describeIssue } from './snapshot'
import { whyNoJson, whyUnusual } from './unusual-file'

/** What reading `articles/<id>.json` found. */
export type ArticleFileReading =
  | { readonly kind: 'good'; readonly article: Article }
  /** Its text and its blocks are right, but something else in the file is not as it was written. */
  | { readonly kind: 'edited'; readonly article: Article }
  | { readonly kind: 'missing' }
  /** Made by a newer version of this program. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'bad'; readonly why: string }

/**
 * Read `articles/<id>.json` and check it whole: shape, that its plain text is the text of its document,
 * and its SHA-256. An article never changes after import, so anything that does not fit is damage.
 * Throws the system's error.
 */
export function inspectArticleFile(projectFolder: string, id: string): ArticleFileReading {
  let text: string
  try {
    text = readOwnFile(pathOfFile(projectFolder, `articles/${id}.json`)).toString('utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'missing' }
    const why = whyUnusual(error)
    if (why !== undefined) return { kind: 'bad', why }
    throw error
  }
  return parseArticleFile(text, id)
}

/** The same for text that was read already. */
export function parseArticleFile(text: string, id: string): ArticleFileReading {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { kind: 'bad', why: whyNoJson(text) }
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return { kind: 'bad', why: 'it is not a JSON object' }
  const fault = faultOfJson(text, parsed)
  if (fault !== undefined) return { kind: 'bad', why: fault }
  const signature = signatureOf(text, parsed as FileContent)
  const aged = bringToVersion(parsed as FileContent)
  const checked = articleSchema.safeParse(aged.kind === 'newer' ? parsed : aged.content)
  if (!checked.success)
    return aged.kind === 'newer'
      ? { kind: 'newer' }
      : { kind: 'bad', why: describeIssue(checked.error) }
  const { sha256: _sha256, ...article } = checked.data
  if (article.id !== id) return { kind: 'bad', why: 'it holds another article' }
  if (plainText(article.document) !== article.text)
    return { kind: 'bad', why: 'its text does not fit its blocks' }
  if (sha256Hex(article.text) !== article.textSha256)
    return { kind: 'bad', why: 'its checksum does not fit' }
  return { kind: signature === 'wrong' ? 'edited' : 'good', article }
}

/** The article, or why it cannot be shown, for the user. */
export function readArticleFile(projectFolder: string, id: string): Result<Article> {
  try {
    const reading = inspectArticleFile(projectFolder, id)
    if (reading.kind === 'good' || reading.kind === 'edited') return succeed(reading.article)
    if (reading.kind === 'newer')
      return fail(
        'newer',
        'This article was written by a newer version of Assay. Its annotations are untouched. Install the newer version to read it.',
      )
    const what = reading.kind === 'missing' ? 'missing' : `damaged (${reading.why})`
    return fail(
      'damaged',
      `This article cannot be shown, because its file is ${what}. Its annotations are untouched. ` +
        'Check and mend the project, which puts the file back from a backup.',
    )
  } catch (error) {
    return explainFileError(error, 'This article could not be read')
  }
}

/** An article to be written, with the imported bytes when there are any. */
export type ArticleToWrite = {
  readonly article: Article
  readonly original?: { readonly bytes: Uint8Array } | undefined
}

/** Write an article: the original first and the article last, so that it is complete or absent. Throws the system's error. */
export function writeArticleFiles(
  projectFolder: string,
  { article, original }: ArticleToWrite,
): void {
  if (original !== undefined && article.original.file !== undefined) {
    const name = path.basename(article.original.file)
    writeDurably(path.join(projectFolder, 'originals', name), original.bytes)
  }
  writeDurably(pathOfFile(projectFolder, `articles/${article.id}.json`), serializeArticle(article))
}

/** The text of an article's file, its hash in its head. */
function serializeArticle(article: Article): string {
  return signText(stableJson(article), 'id')
}

/** Write many new articles: all originals first and all articles last, so that each is complete or absent. Rejects with the system's error. */
export async function writeArticlesTogether(
  projectFolder: string,
  articles: readonly ArticleToWrite[],
): Promise<void> {
  await writeTogether(
    articles.flatMap(({ article, original }) =>
      original === undefined || article.original.file === undefined
        ? []
        : {
            target: path.join(projectFolder, 'originals', path.basename(article.original.file)),
            bytes: original.bytes,
          },
    ),
  )
  await writeTogether(
    articles.map(({ article }) => ({
      target: pathOfFile(projectFolder, `articles/${article.id}.json`),
      bytes: serializeArticle(article),
    })),
  )
}
