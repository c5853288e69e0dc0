import type { Annotation, Relation } from '../../shared/annotation/annotation'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { FarRelations } from '../../shared/ipc/article-calls'
import { titleOf } from '../../shared/article/article'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { ProjectStore } from '../store/project-store'

/** Characters of a far end's words that are sent. */
const longestWords = 200

/**
 * What the window cannot know of the relations of an article: those that lead to it from other articles,
 * and the words at the other end of those that lead away. Reads only articles that have relations.
 */
export async function farRelations(
  store: ProjectStore,
  article: string,
): Promise<Result<FarRelations>> {
  const readings = new Map<string, ArticleReading | undefined>()
  const readingOf = (id: string): ArticleReading | undefined => {
    if (!readings.has(id)) {
      const read = store.readArticle(id)
      readings.set(id, read.ok ? read.value : undefined)
    }
    return readings.get(id)
  }
  const incoming: FarRelations['incoming'][number][] = []
  const outgoing: Relation['to'][] = []
  for (const { id, annotators, removedAt } of store.summaries()) {
    const count = Object.values(annotators).reduce((sum, own) => sum + own.relations, 0)
    // Most articles have none, and are not read for it.
    if (count === 0 || removedAt !== undefined) continue
    for (const { annotator, relations } of readingOf(id)?.sets ?? [])
      for (const relation of relations)
        if (id === article) outgoing.push(relation.to)
        else if (relation.to.article === article) incoming.push({ annotator, relation })
    // Lets the window be served between two articles.
    await new Promise(resolve => setImmediate(resolve))
  }
  const ends = [...incoming.map(({ relation }) => relation.from), ...outgoing]
    .filter(end => end.article !== article)
    .flatMap(end => {
      const reading = readingOf(end.article)
      const annotation = reading === undefined ? undefined : annotationIn(reading, end.annotation)
      if (reading === undefined || annotation === undefined) return []
      return [
        {
          ...end,
          title: titleOf(reading.article, reading.edits),
          type: annotation.type,
          words: annotation.quote
            .map(({ exact }) => exact)
            .join(' … ')
            .slice(0, longestWords)
            .toWellFormed(),
        },
      ]
    })
  return succeed({ incoming, ends })
}

function annotationIn({ sets }: ArticleReading, id: string): Annotation | undefined {
  for (const { annotations } of sets) {
    const found = annotations.find(annotation => annotation.id === id)
    if (found !== undefined) return found
  }
  return undefined
}
