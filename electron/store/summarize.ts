import type { Annotation, Relation } from '../../shared/annotation/annotation'
import type { ArticleStatus } from '../../shared/annotation/annotation-set'
import type { Article, ArticleEdits } from '../../shared/article/article'
import { metadataOf, titleOf } from '../../shared/article/article'
import type { ArticleSummary } from '../../shared/project/summary'

type Head = Pick<Article, 'id' | 'title' | 'metadata' | 'textSha256' | 'externalId'> & {
  readonly length: number
}

/** One line of the article list, from an article's head, people's edits and every annotator's file. */
export function summarize(
  head: Head,
  edits: ArticleEdits | undefined,
  files: readonly {
    readonly annotator: string
    readonly status: ArticleStatus
    readonly annotations: readonly Annotation[]
    readonly relations: readonly Relation[]
  }[],
): ArticleSummary {
  return {
    id: head.id,
    title: titleOf(head, edits),
    metadata: metadataOf(head, edits),
    tags: edits?.tags ?? [],
    length: head.length,
    textSha256: head.textSha256,
    ...(edits?.removedAt === undefined ? {} : { removedAt: edits.removedAt }),
    ...(head.externalId === undefined ? {} : { externalId: head.externalId }),
    ...(edits === undefined ? {} : { edits }),
    annotators: Object.fromEntries(
      files.map(file => [
        file.annotator,
        {
          status: file.status,
          counts: countByType(file.annotations),
          relations: file.relations.length,
        },
      ]),
    ),
  }
}

function countByType(annotations: readonly Annotation[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { type } of annotations) counts[type] = (counts[type] ?? 0) + 1
  return counts
}
