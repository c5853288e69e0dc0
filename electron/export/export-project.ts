import type { ExportArticle, OffsetUnit } from '../../shared/formats/format'
import { exportFormatNamed, exportFormats } from '../../shared/formats/formats'
import type { Result } from '../../shared/outcome/result'
import { fail } from '../../shared/outcome/result'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'
import type { ExportChoice } from './project-articles'
import { exportArticles, exportContext } from './project-articles'
import type { WrittenExport } from './write-export'
import { writeExport } from './write-export'

export type ExportRequest = Omit<ExportChoice, 'offsetUnit'> & {
  readonly format: string
  /** Folder to be made. */
  readonly out: string
  /** Replace an earlier export there. */
  readonly replace: boolean
  readonly offsets?: OffsetUnit | undefined
}

/** Export a project's chosen articles into a new folder. */
export async function exportProject(
  store: ProjectStore,
  request: ExportRequest,
  toolVersion: string,
  surroundings: Surroundings,
): Promise<Result<WrittenExport>> {
  const format = exportFormatNamed(request.format)
  if (format === undefined)
    return fail(
      'unknown-format',
      `There is no format “${request.format}”, so nothing was exported. Choose one of: ${exportFormats.map(({ name }) => name).join(', ')}.`,
    )
  const choice: ExportChoice = {
    articles: request.articles,
    types: request.types,
    annotators: request.annotators,
    offsetUnit: request.offsets ?? format.offsetUnit ?? 'codepoint',
  }
  let unreadable: ReturnType<typeof fail> | undefined
  const articles = async function* (): AsyncGenerator<ExportArticle> {
    for await (const article of exportArticles(store, choice)) {
      if (article.ok) yield article.value
      else {
        unreadable = article
        throw new UnreadableArticle()
      }
    }
  }
  try {
    return await writeExport({
      format,
      out: request.out,
      replace: request.replace,
      toolVersion,
      context: exportContext(store, choice),
      articles: articles(),
      at: surroundings.now(),
    })
  } catch (error) {
    if (error instanceof UnreadableArticle && unreadable !== undefined)
      return fail(unreadable.error.kind, `Nothing was exported. ${unreadable.error.message}`)
    throw error
  }
}

/** Carries "stop here" through the writer, which leaves the earlier export as it was. */
class UnreadableArticle extends Error {}
