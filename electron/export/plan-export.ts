import { createHash } from 'node:crypto'
import type { SourceId } from '../../shared/annotation/annotation'
import type { SplitArticle } from '../../shared/formats/assign-splits'
import { assignSplits } from '../../shared/formats/assign-splits'
import type { ExportWish } from '../../shared/formats/export-wish'
import { wishFault } from '../../shared/formats/export-wish'
import type { ExportArticle, ExportContext, ExportFormat, Split } from '../../shared/formats/format'
import { splits } from '../../shared/formats/format'
import { exportFormatNamed, exportFormats } from '../../shared/formats/formats'
import type { Pseudonyms } from '../../shared/formats/protection'
import {
  hiddenSources,
  pseudonymsOf,
  sourceNames,
  withoutMetadata,
  withPseudonyms,
} from '../../shared/formats/protection'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { signatureOf } from '../../shared/text/near-copies'
import type { ProjectStore } from '../store/project-store'
import type { ExportChoice } from './project-articles'
import { exportArticles, exportContext } from './project-articles'

/** An export that is ready to run: what it writes, in which order, and for whom. */
export type PlannedExport = {
  readonly format: ExportFormat
  readonly context: ExportContext
  /** Ordered by id, read one by one. */
  readonly articles: () => AsyncGenerator<Result<ExportArticle>>
  /** The key to the pseudonyms, when there are any. */
  readonly pseudonyms: Pseudonyms | undefined
}

/** Find out what a wish means for this project. Fails when its format is unknown or cannot serve it. */
export async function planExport(
  store: ProjectStore,
  wish: ExportWish,
): Promise<Result<PlannedExport>> {
  const format = exportFormatNamed(wish.format)
  if (format === undefined)
    return fail(
      'unknown-format',
      `There is no format “${wish.format}”, so nothing was exported. Choose one of: ${exportFormats.map(({ name }) => name).join(', ')}.`,
    )
  const fault = wishFault(format, wish)
  if (fault !== undefined) return fail('refused', `${fault} Nothing was exported.`)
  const choice: ExportChoice = {
    articles: wish.articles,
    types: wish.types,
    annotators: wish.annotators,
    offsetUnit: wish.offsets ?? format.offsetUnit ?? 'codepoint',
    includesText: wish.text,
    forSpreadsheets: wish.spreadsheets,
  }
  const parts = await splitsFor(store, choice, wish)
  if (!parts.ok) return parts
  const sources = store.sources()
  const pseudonyms = wish.pseudonyms === true ? pseudonymsOf(sources, digestOf) : undefined
  const names = sourceNames(sources)
  const context = exportContext(store, choice)
  const finished = (given: ExportArticle): ExportArticle => {
    const article = withoutMetadata(
      { ...given, split: parts.value.get(given.id) },
      wish.withoutMetadata ?? [],
    )
    if (pseudonyms === undefined) return article
    return withPseudonyms(article, context.codebook, { pseudonyms, names })
  }
  return succeed({
    format,
    context: {
      ...context,
      splits: wish.splits === undefined ? [] : usedSplits(wish.splits),
      ...(pseudonyms === undefined ? {} : { sources: hiddenSources(sources, pseudonyms) }),
    },
    articles: async function* () {
      for await (const article of exportArticles(store, choice))
        yield article.ok ? succeed(finished(article.value)) : article
    },
    pseudonyms,
  })
}

const usedSplits = (shares: NonNullable<ExportWish['splits']>): Split[] =>
  splits.filter(split => shares[split] > 0)

/** Reads every article once before the export: what belongs together is known only then. */
async function splitsFor(
  store: ProjectStore,
  choice: ExportChoice,
  wish: ExportWish,
): Promise<Result<ReadonlyMap<string, Split>>> {
  if (wish.splits === undefined) return succeed(new Map())
  const articles: SplitArticle[] = []
  for await (const article of exportArticles(store, choice)) {
    if (!article.ok) return article
    const { id, text, annotations } = article.value
    const counts = new Map<string, number>()
    for (const { type } of annotations) counts.set(type, (counts.get(type) ?? 0) + 1)
    articles.push({ id, signature: signatureOf(text), counts })
  }
  return succeed(assignSplits(articles, wish.splits, wish.splits.seed))
}

/** Ids are random, so nobody who does not have the project can tell the pseudonym of a person. */
function digestOf(id: SourceId): string {
  return createHash('sha256').update(`assay source ${id}`).digest('hex')
}
