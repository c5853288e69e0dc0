import path from 'node:path'
import type { ArticleId } from '../../shared/article/article'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { quotedWords } from '../../shared/project/history/history-event'
import { bytesSha256, knownArticles } from '../import/known-articles'
import type { HowToRead } from '../import/read-article'
import { largestArticleBytes } from '../import/read-article'
import type { ArticleVersion } from '../import/replace/article-version'
import { readFileAnew, takeVersion } from '../import/replace/article-version'
import { explainFileError } from '../store/explain-error'
import type { ProjectStore } from '../store/project-store'
import { readRegularFile } from '../store/read-regular-file'
import type { CommandContext } from './command'
import { withProject } from './command'
import { exitCodes } from './output'

/** Import one corrected file in the place of the article `wanted`, an id or a title, and list what could not be placed. */
export function importInPlace(
  context: CommandContext,
  wanted: string,
  how: HowToRead,
): number | Promise<number> {
  const { output, words, surroundings } = context
  const [, given = '', ...more] = words
  if (more.length > 0 || ['copies', 'columns', 'sheet'].some(option => context.options.has(option)))
    return output.usage('--replace takes one file, without --copies, --columns and --sheet.')
  return withProject(context, 'write', async store => {
    const earlier = articleNamed(store, wanted)
    if (!earlier.ok) return output.failure(earlier.error)
    const version = await versionFrom(context, store, {
      of: earlier.value,
      file: path.resolve(given),
      how,
    })
    if (!version.ok) return output.failure(version.error)
    const taken = await takeVersion(store, version.value, 'replacement', surroundings)
    if (!taken.ok) return output.failure(taken.error)
    const { before, after, replacement } = taken.value
    const { placed, moved } = replacement
    const lost = replacement.lost.map(annotation => ({
      id: annotation.id,
      type: annotation.type,
      words: quotedWords(annotation),
    }))
    output.result({ article: after.article.id, replaced: before.article.id, placed, moved, lost }, [
      `${after.article.id}  ${after.article.title}`,
      `    It took the place of ${before.article.id}, which is in the bin.`,
      `    ${placed} annotations placed, ${moved} of them elsewhere; ${lost.length} could not be placed and stay with the earlier version.`,
      ...lost.map(({ type, words: quoted }) => `    ${type}: “${quoted}”`),
    ])
    return exitCodes.done
  })
}

function articleNamed(store: ProjectStore, wanted: string): Result<ArticleId> {
  const found = store
    .summaries()
    .filter(
      ({ id, title, removedAt }) => id === wanted || (title === wanted && removedAt === undefined),
    )
  const [only] = found
  if (only === undefined)
    return fail(
      'vanished',
      `No article has the id or title “${wanted}”, so nothing was imported. assay list shows them.`,
    )
  return found.length === 1
    ? succeed(only.id)
    : fail(
        'refused',
        `${found.length} articles have the title “${wanted}”, so nothing was imported. Name one by its id: ${found.map(({ id }) => id).join(', ')}.`,
      )
}

/** The article that was imported from these very bytes; or else the file, read as a new one. */
async function versionFrom(
  context: CommandContext,
  store: ProjectStore,
  { of, file, how }: { readonly of: ArticleId; readonly file: string; readonly how: HowToRead },
): Promise<Result<ArticleVersion>> {
  const name = path.basename(file)
  if (Object.keys(how).length === 0)
    try {
      const sha256 = bytesSha256(readRegularFile(file, largestArticleBytes))
      const there = (await knownArticles(store)).withBytes(sha256)
      if (there !== undefined)
        return succeed({ kind: 'article', of, article: there.article, remarks: [] })
    } catch (error) {
      return explainFileError(error, `“${name}” could not be read`)
    }
  const setting = { surroundings: context.surroundings, reader: context.reader() }
  return readFileAnew(of, { file, name, how }, setting)
}
