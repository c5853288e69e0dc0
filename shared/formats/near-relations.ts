import type { AnnotatorId, Relation } from '../annotation/annotation'
import type { ExportArticle, Loss, Owned } from './format'

/**
 * For formats in which a relation is part of one person’s work on one text: the relations that are, and a loss
 * of the kind `far-relation` for each of the others.
 */
export function relationsByReach(
  article: ExportArticle,
  relations: readonly Owned<Relation>[],
): { readonly near: readonly Owned<Relation>[]; readonly far: readonly Loss[] } {
  const owners = new Map<string, AnnotatorId>(
    article.annotations.map(({ id, annotator }) => [id, annotator]),
  )
  const isNear = ({ from, to, annotator }: Owned<Relation>): boolean =>
    from.article === to.article &&
    owners.get(from.annotation) === annotator &&
    owners.get(to.annotation) === annotator
  return {
    near: relations.filter(isNear),
    far: relations
      .filter(relation => !isNear(relation))
      .map(({ id, type, from, to }) => ({
        kind: 'far-relation',
        article: article.id,
        relation: id,
        isLeftOut: true,
        message: `Relation “${type}” from ${from.annotation} to annotation ${to.annotation} of article ${to.article} was left out: its ends are not in one article, or not the work of the one who related them.`,
      })),
  }
}
