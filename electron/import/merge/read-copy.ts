import type { Annotator, AnnotatorId } from '../../../shared/annotation/annotation'
import type { ArticleId } from '../../../shared/article/article'
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
  for (const { id, title, textSha256, edits } of store.summaries()) {
    const read = store.readArticle(id)
    if (!read.ok) continue
    const sets = new Map(read.value.sets.map(set => [set.annotator, copiedSet(set)]))
    articles.set(id, { id, title, textSha256, edits, sets })
    // Lets the window be served between two articles.
    await new Promise(resolve => setImmediate(resolve))
  }
  return {
    name: store.name(),
    codebook: store.codebook(),
    sources: new Map(store.sources().map(source => [source.id, source])),
    annotators: new Map(
      store.annotators().map((annotator): [AnnotatorId, Annotator] => [annotator.id, annotator]),
    ),
    articles,
    history: historyOfCopy(
      listJournals(store.folder).map(name => readJournal(store.folder, name).records),
    ),
  }
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
