import type { ExportWish } from '../../shared/formats/export-wish'
import type { ExportArticle } from '../../shared/formats/format'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'
import { planExport } from './plan-export'
import type { Printer } from './print-pieces'
import { checkKeyPlace, writePseudonymKey } from './pseudonym-key'
import type { WrittenExport } from './write-export'
import { writeExport } from './write-export'

export type ExportRequest = {
  readonly wish: ExportWish
  /** Folder to be made. */
  readonly out: string
  /** Replace an earlier export there. */
  readonly replace: boolean
  readonly toolVersion: string
  /** Called after each article with how many are done. */
  readonly onProgress?: ((done: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Opens what prints pages; absent where there is no window. */
  readonly openPrinter?: (() => Printer) | undefined
}

/** What was written; `key` is the name of the file beside it that says who the pseudonyms are. */
export type ExportedProject = WrittenExport & { readonly key?: string }

/** Export a project's chosen articles into a new folder. */
export async function exportProject(
  store: ProjectStore,
  { wish, out, replace, toolVersion, onProgress, signal, openPrinter }: ExportRequest,
  surroundings: Surroundings,
): Promise<Result<ExportedProject>> {
  const planned = await planExport(store, wish)
  if (!planned.ok) return planned
  const { format, context, pseudonyms, articles } = planned.value
  if (pseudonyms !== undefined) {
    const place = checkKeyPlace(out)
    if (!place.ok) return place
  }
  try {
    const written = await writeExport({
      format,
      out,
      replace,
      toolVersion,
      context,
      articles: readable(articles()),
      at: surroundings.now(),
      onProgress,
      signal,
      printer: format.isPrinted === true ? openPrinter?.() : undefined,
    })
    if (!written.ok || pseudonyms === undefined) return written
    const key = writePseudonymKey(out, store.name(), store.sources(), pseudonyms)
    return key.ok ? succeed({ ...written.value, key: key.value.file }) : key
  } catch (error) {
    if (error instanceof UnreadableArticle)
      return fail(error.failure.kind, `Nothing was exported. ${error.failure.message}`)
    throw error
  }
}

async function* readable(
  articles: AsyncIterable<Result<ExportArticle>>,
): AsyncGenerator<ExportArticle> {
  for await (const article of articles)
    if (article.ok) yield article.value
    else throw new UnreadableArticle(article.error)
}

type Failure = Extract<Result<never>, { ok: false }>['error']

/** Carries "stop here" through the writer, which leaves the earlier export as it was. */
class UnreadableArticle extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}
