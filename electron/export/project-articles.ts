import type { AnnotatorId, Source, SourceId } from '../../shared/annotation/annotation'
import { compareAnnotations, compareText } from '../../shared/annotation/annotation'
import type { ArticleStatus } from '../../shared/annotation/annotation-set'
import { metadataOf, titleOf } from '../../shared/article/article'
import type { ExportArticle, ExportContext, OffsetUnit } from '../../shared/formats/format'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { ProjectStore } from '../store/project-store'

/** What of a project is exported; absent means all. */
export type ExportChoice = {
  readonly articles?: readonly string[] | undefined
  readonly types?: readonly string[] | undefined
  readonly annotators?: readonly string[] | undefined
  readonly offsetUnit: OffsetUnit
  /** False to leave the articles' text out. */
  readonly includesText?: boolean | undefined
  readonly forSpreadsheets?: boolean | undefined
}

/** Ids of the articles that an export of this choice holds, in the order of their ids; the bin stays out. */
function chosenArticles(store: ProjectStore, choice: ExportChoice): string[] {
  const wanted = choice.articles === undefined ? undefined : new Set(choice.articles)
  return store
    .summaries()
    .filter(summary => summary.removedAt === undefined && (wanted?.has(summary.id) ?? true))
    .map(summary => summary.id)
}

/** Read the chosen articles one by one, so that memory does not grow with the project. */
export async function* exportArticles(
  store: ProjectStore,
  choice: ExportChoice,
): AsyncGenerator<Result<ExportArticle>> {
  for (const id of chosenArticles(store, choice)) {
    const reading = store.readArticle(id)
    yield reading.ok ? succeed(exportArticle(reading.value, choice)) : reading
    // Lets the window be served between two articles.
    await new Promise(resolve => setImmediate(resolve))
  }
}

function exportArticle(reading: ArticleReading, choice: ExportChoice): ExportArticle {
  const { article, edits } = reading
  const sets = reading.sets.filter(set => choice.annotators?.includes(set.annotator) ?? true)
  const isChosen = ({ type }: { readonly type: string }): boolean =>
    choice.types?.includes(type) ?? true
  return {
    id: article.id,
    externalId: article.externalId,
    title: titleOf(article, edits),
    text: article.text,
    document: article.document,
    metadata: metadataOf(article, edits),
    note: edits?.note,
    tags: edits?.tags,
    status: Object.fromEntries(
      sets.map((set): [string, ArticleStatus] => [set.annotator, set.status]),
    ),
    annotations: sets
      .flatMap(({ annotator, annotations }) =>
        annotations.filter(isChosen).map(annotation => ({ ...annotation, annotator })),
      )
      .sort(compareAnnotations),
    // All of them: the format leaves out those with an end that is not exported, and lists them.
    relations: sets
      .flatMap(({ annotator, relations }) =>
        relations.map(relation => ({ ...relation, annotator })),
      )
      .sort((a, b) => compareText(a.id, b.id)),
    lost: sets.flatMap(({ annotator, lost }) =>
      lost.filter(isChosen).map(annotation => ({ ...annotation, annotator })),
    ),
  }
}

/**
 * What is the same for every article. Whether the far end of a relation is exported is asked of the
 * articles themselves, read again only when a relation leads to another article.
 */
export function exportContext(store: ProjectStore, choice: ExportChoice): ExportContext {
  const articles = new Set(chosenArticles(store, choice))
  const annotationsOf = new Map<string, ReadonlySet<string>>()
  const idsOf = (article: string): ReadonlySet<string> => {
    const known = annotationsOf.get(article)
    if (known !== undefined) return known
    const reading = store.readArticle(article)
    const ids = new Set<string>(
      reading.ok ? exportArticle(reading.value, choice).annotations.map(({ id }) => id) : [],
    )
    annotationsOf.set(article, ids)
    return ids
  }
  return {
    projectName: store.name(),
    codebook: store.codebook(),
    sources: new Map(store.sources().map((source): [SourceId, Source] => [source.id, source])),
    annotators: new Map(
      store
        .annotators()
        .map((annotator): [AnnotatorId, typeof annotator] => [annotator.id, annotator]),
    ),
    offsetUnit: choice.offsetUnit,
    includesText: choice.includesText ?? true,
    forSpreadsheets: choice.forSpreadsheets ?? false,
    splits: [],
    isExported: (article, annotation) => articles.has(article) && idsOf(article).has(annotation),
  }
}
