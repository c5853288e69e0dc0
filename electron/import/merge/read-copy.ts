import type { Annotator, AnnotatorId } from '../../../shared/annotation/annotation'
import type { ArticleId } from '../../../shared/article/article'
import { titleOf } from '../../../shared/article/article'
import type { ArticleReading } from '../../../shared/ipc/article-reading'
import { historyOfCopy } from '../../../shared/project/merge/copy-history'
import type {
  CopiedArticle,
  CopiedSet,
  ProjectCopy,
} from '../../../shared/project/merge/project-copy'
import { listJournals, readJournal } from '../../store/journal'
import type { ProjectStore } from '../../store/project-store'

/** Everything a merge needs of an open project, with its journals from their first record on. */
export async function readCopy(store: ProjectStore): Promise<ProjectCopy> {
  const articles = new Map<ArticleId, CopiedArticle>()
  for (const { id } of store.summaries()) {
    const article = readArticleCopy(store, id)
    if (article !== undefined) articles.set(id, article)
    // Lets the window be served between two articles.
    await new Promise(resolve => setImmediate(resolve))
  }
  return {
    ...readSharedCopy(store),
    articles,
    history: historyOfCopy(
      listJournals(store.folder).map(name => readJournal(store.folder, name).records),
    ),
  }
}

/** What all articles of an open project share. */
export function readSharedCopy(store: ProjectStore): Omit<ProjectCopy, 'articles' | 'history'> {
  return {
    name: store.name(),
    codebook: store.codebook(),
    sources: new Map(store.sources().map(source => [source.id, source])),
    annotators: new Map(
      store.annotators().map((annotator): [AnnotatorId, Annotator] => [annotator.id, annotator]),
    ),
  }
}

/** One article with everybody's annotations, also those that are lost; `undefined` when it is not there or cannot be read. */
export function readArticleCopy(store: ProjectStore, id: ArticleId): CopiedArticle | undefined {
  const read = store.readArticle(id)
  if (!read.ok) return undefined
  const { article, edits } = read.value
  const sets = new Map(read.value.sets.map(set => [set.annotator, copiedSet(set)]))
  return { id, title: titleOf(article, edits), textSha256: article.textSha256, edits, sets }
}

function copiedSet(set: ArticleReading['sets'][number]): CopiedSet {
  return {
    annotator: set.annotator,
    status: set.status,
    annotations: new Map(
      [...set.annotations, ...set.lost].map(annotation => [annotation.id, annotation]),
    ),
    relations: new Map(set.relations.map(relation => [relation.id, relation])),
  }
}
