import { createHash } from 'node:crypto'
import path from 'node:path'
import type { ArticleId } from '../../../shared/article/article'
import type { Result } from '../../../shared/outcome/result'
import { succeed } from '../../../shared/outcome/result'
import type { MergeItem } from '../../../shared/project/merge/merge-report'
import { readArticleFile, writeArticleFiles } from '../../store/article-files'
import { removeDurably } from '../../store/durable-write'
import { errorCode, explainFileError } from '../../store/explain-error'
import { pathOfFile } from '../../store/project-files'
import { readOwnFile } from '../../store/read-regular-file'

/**
 * Write the articles of another copy into the project, each with its original file. When the disk fails,
 * those that were written are removed again. Gives a remark for each original that could not come along.
 */
export async function bringArticles(
  from: string,
  to: string,
  articles: readonly ArticleId[],
): Promise<Result<readonly MergeItem[]>> {
  const remarks: MergeItem[] = []
  const written: string[] = []
  try {
    for (const id of articles) {
      const read = readArticleFile(from, id)
      if (!read.ok) {
        removeAll(written)
        return read
      }
      const article = read.value
      const bytes = originalBytes(from, id, article.original.file, article.original.sha256)
      if (bytes === undefined && article.original.file !== undefined)
        remarks.push({
          kind: 'left-out',
          message: `The original file of “${article.title}” is missing or damaged in the other copy. The article itself is whole.`,
        })
      written.push(pathOfFile(to, `articles/${id}.json`))
      writeArticleFiles(to, { article, original: bytes === undefined ? undefined : { bytes } })
      // Lets the window be served between two articles.
      await new Promise(resolve => setImmediate(resolve))
    }
    return succeed(remarks)
  } catch (error) {
    const failure = explainFileError(error, 'The copy was not merged, and the project is as it was')
    removeAll(written)
    return failure
  }
}

/** Only a file that bears the article's own id is taken: any other name could replace another article's original. */
function originalBytes(
  from: string,
  id: ArticleId,
  file: string | undefined,
  sha256: string,
): Uint8Array | undefined {
  if (file === undefined) return undefined
  const name = path.basename(file)
  if (!name.startsWith(`${id}.`) || !/^[\w.-]+$/.test(name)) return undefined
  try {
    const bytes = readOwnFile(path.join(from, 'originals', name))
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return undefined
  }
}

function removeAll(files: readonly string[]): void {
  for (const file of files) removeDurably(file)
}
