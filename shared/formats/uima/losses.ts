import type { Relation } from '../../annotation/annotation'
import type { ExportArticle, Loss, Owned } from '../format'
import type { Cas, FeatureStructure } from './cas'
import { ownFeatures, spanTypeKey } from './names'
import { isOddInXml } from './xml-attribute'

/** The relations that a file can hold, both ends of one annotator on one article, and a loss for each of the others. */
export function innerRelations(article: ExportArticle): {
  readonly carried: readonly Owned<Relation>[]
  readonly losses: readonly Loss[]
} {
  const owners = new Map<string, string>(
    article.annotations.map(({ id, annotator }) => [id, annotator]),
  )
  const isInner = ({ from, to, annotator }: Owned<Relation>): boolean =>
    [from, to].every(end => end.article === article.id && owners.get(end.annotation) === annotator)
  return {
    carried: article.relations.filter(isInner),
    losses: article.relations
      .filter(relation => !isInner(relation))
      .map(({ id, type, from, to }) => ({
        kind: 'relation-across-files',
        article: article.id,
        relation: id,
        isLeftOut: true,
        message: `Relation “${type}” from ${from.annotation} to ${to.annotation} was left out: a file of UIMA holds what one annotator did on one article, and not all of this belongs to one.`,
      })),
  }
}

/** A loss for the article and for each annotation with characters that the XMI file cannot hold as they are. */
export function characterLosses(article: ExportArticle, files: readonly Cas[]): Loss[] {
  const odd = files.flatMap(({ structures }) => structures.filter(isOdd))
  const annotations = new Map(
    odd
      .filter(({ type }) => spanTypeKey(type) !== undefined)
      .map(structure => [structure.features.get(ownFeatures.id), structure]),
  )
  const ofAnnotations = [...annotations].map(([id, { type, begin, end }]) => ({
    ...lossOf(
      article,
      `Note or attributes of the ${spanTypeKey(type) ?? type} on “${article.text.slice(begin, end)}” have characters that XML forbids`,
    ),
    annotation: String(id),
  }))
  const ofArticle =
    isOddInXml(article.text) || odd.some(({ type }) => spanTypeKey(type) === undefined)
  return ofArticle
    ? [
        lossOf(
          article,
          `“${article.title}” has characters in its text or metadata that XML forbids`,
        ),
        ...ofAnnotations,
      ]
    : ofAnnotations
}

function isOdd({ features }: FeatureStructure): boolean {
  return [...features.values()].some(value => isOddInXml(String(value)))
}

function lossOf({ id }: ExportArticle, what: string): Loss {
  return {
    kind: 'xml-character',
    article: id,
    message: `${what}: each became � in the XMI file. The CAS JSON file has them as they are.`,
  }
}
