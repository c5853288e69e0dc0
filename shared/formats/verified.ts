import type { Annotation } from '../annotation/annotation'
import { spanFault } from '../text/span'
import type { ExportArticle, Loss, Owned } from './format'

/**
 * The article with only those annotations whose words stand where their offsets point, and a loss for
 * each of the others: the words are the checksum of the offsets, and every export verifies it.
 * A relation between two annotations of this article goes when one of them does.
 */
export function verifiedArticle(article: ExportArticle): {
  readonly article: ExportArticle
  readonly losses: readonly Loss[]
} {
  const wrong = article.annotations.filter(annotation => !isVerified(article.text, annotation))
  const lost = [...(article.lost ?? []), ...wrong]
  if (lost.length === 0) return { article, losses: [] }
  const lostIds = new Set(lost.map(annotation => annotation.id))
  const { relations } = article
  const isWhole = ({ from, to }: (typeof relations)[number]): boolean =>
    !lostIds.has(from.annotation) && !(to.article === article.id && lostIds.has(to.annotation))
  return {
    article: {
      ...article,
      annotations: article.annotations.filter(annotation => !wrong.includes(annotation)),
      relations: relations.filter(isWhole),
    },
    losses: [
      ...lost.map(annotation => lossOf(article, annotation)),
      ...relations
        .filter(relation => !isWhole(relation))
        .map(relation => ({
          kind: 'relation-end',
          article: article.id,
          relation: relation.id,
          isLeftOut: true,
          message: `Relation “${relation.type}” from ${relation.from.annotation} to ${relation.to.annotation} was left out, because one of its ends is lost.`,
        })),
    ],
  }
}

function isVerified(text: string, { spans, quote }: Annotation): boolean {
  return (
    spans.length === quote.length &&
    spans.every(
      (span, index) =>
        spanFault(text, span) === undefined &&
        text.slice(span.start, span.end) === quote[index]?.exact,
    )
  )
}

function lossOf(article: ExportArticle, { id, type, quote }: Owned<Annotation>): Loss {
  const words = quote.map(({ exact }) => `“${exact}”`).join(' … ')
  return {
    kind: 'lost-annotation',
    article: article.id,
    annotation: id,
    isLeftOut: true,
    message: `The ${type} on ${words} was left out, because these words are not at its place in the text.`,
  }
}
