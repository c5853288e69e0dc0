import type { AnnotatorId } from '../annotation/annotation'
import type { ExportArticle, Loss } from './format'

/**
 * The article as a format wrote it: without the annotations and relations that `losses` say are nowhere
 * in the files; `undefined` when the article itself is not. What is counted and who is named follows it.
 */
export function carriedArticle(
  article: ExportArticle,
  losses: readonly Loss[],
): ExportArticle | undefined {
  const annotations = new Set<string>()
  const relations = new Set<string>()
  for (const { isLeftOut, relation, annotation } of losses) {
    if (isLeftOut !== true) continue
    if (relation !== undefined) relations.add(relation)
    else if (annotation !== undefined) annotations.add(annotation)
    else return undefined
  }
  return {
    ...article,
    annotations: article.annotations.filter(({ id }) => !annotations.has(id)),
    relations: article.relations.filter(({ id }) => !relations.has(id)),
  }
}

/** Those who did something on the article: a status of `new` alone is nothing. */
export function annotatorsOf({ annotations, relations, status }: ExportArticle): AnnotatorId[] {
  return [
    ...annotations.map(annotation => annotation.annotator),
    ...relations.map(relation => relation.annotator),
    ...Object.keys(status)
      .filter(id => status[id] !== 'new')
      .map(id => id as AnnotatorId),
  ]
}
