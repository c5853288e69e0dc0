import path from 'node:path'
import type { Article } from '../../shared/article/article'
import { articleSchema } from '../../shared/article/article'
import { nestsTooDeep } from '../../shared/article/blocks'
import { plainText } from '../../shared/article/plain-text'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { stableJson } from '../../shared/project/stable-json'
import { writeDurably } from './durable-write'
import { explainFileError } from './explain-error'
import { pathOfFile } from './project-files'
import { readRegularFile } from './read-regular-file'
import { describeIssue, sha256Hex } from './snapshot'

/**
 * Read `articles/<id>.json` and check it whole: shape, that its plain text is the text of its document,
 * and its SHA-256. An article never changes after import, so anything that does not fit is damage.
 */
export function readArticleFile(projectFolder: string, id: string): Result<Article> {
  const file = `articles/${id}.json`
  const refuse = (why: string): ReturnType<typeof fail> =>
    fail(
      'damaged',
      `This article cannot be shown, because ${file} is damaged (${why}). ` +
        'Its annotations are untouched. Put the file back from a copy of the project, or import the article again.',
    )
  let text: string
  try {
    text = readRegularFile(pathOfFile(projectFolder, file)).toString('utf8')
  } catch (error) {
    return explainFileError(error, 'This article could not be read')
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return refuse('it is not whole JSON')
  }
  if (nestsTooDeep(parsed)) return refuse('it nests deeper than an article can')
  const checked = articleSchema.safeParse(parsed)
  if (!checked.success) return refuse(describeIssue(checked.error))
  const article = checked.data
  if (article.id !== id) return refuse('it holds another article')
  if (plainText(article.document) !== article.text)
    return refuse('its text does not fit its blocks')
  if (sha256Hex(article.text) !== article.textSha256) return refuse('its checksum does not fit')
  return succeed(article)
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
  writeDurably(pathOfFile(projectFolder, `articles/${article.id}.json`), stableJson(article))
}
