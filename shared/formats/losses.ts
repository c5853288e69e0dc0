import type { Annotation, Relation } from '../annotation/annotation'
import { writeFieldValue } from '../article/field-value'
import { fieldsOf } from '../codebook/codebook'
import type { ExportArticle, ExportContext, Loss, Owned } from './format'

const annotationKeys = new Set([
  'id',
  'type',
  'spans',
  'quote',
  'attributes',
  'note',
  'createdAt',
  'updatedAt',
  'origin',
  'externalId',
  'annotator',
])
const relationKeys = new Set(['id', 'type', 'from', 'to', 'createdAt', 'externalId', 'annotator'])

/** The relations of `article` whose two ends are both exported, and a loss for each of the others. */
export function splitRelations(
  article: ExportArticle,
  context: ExportContext,
): { readonly carried: readonly Owned<Relation>[]; readonly losses: readonly Loss[] } {
  const carried: Owned<Relation>[] = []
  const losses: Loss[] = []
  for (const relation of article.relations) {
    const missing = [relation.from, relation.to].find(
      end => !context.isExported(end.article, end.annotation),
    )
    if (missing === undefined) carried.push(relation)
    else
      losses.push({
        kind: 'relation-end',
        article: article.id,
        relation: relation.id,
        isLeftOut: true,
        message: `Relation “${relation.type}” from ${relation.from.annotation} to ${relation.to.annotation} was left out: annotation ${missing.annotation} of article ${missing.article} is not in this export.`,
      })
  }
  return { carried, losses }
}

/** Keys that newer programs or other tools added: kept in the project, but no format has a place for them. */
export function unknownKeyLosses(article: ExportArticle): Loss[] {
  const lossOf = (
    owner: { readonly annotation: string } | { readonly relation: string },
    keys: readonly string[],
  ): Loss[] =>
    keys.length === 0
      ? []
      : [
          {
            kind: 'unknown-keys',
            article: article.id,
            ...owner,
            message: `Left out, because the format has no place for it: ${keys.toSorted().join(', ')}.`,
          },
        ]
  return [
    ...article.annotations.flatMap(annotation =>
      lossOf({ annotation: annotation.id }, keysBeyond(annotation, annotationKeys)),
    ),
    ...article.relations.flatMap(relation =>
      lossOf({ relation: relation.id }, keysBeyond(relation, relationKeys)),
    ),
  ]
}

/** The note and tags of an article, for formats that have no place for them. */
export function articleNoteLosses(article: ExportArticle): Loss[] {
  const parts = [
    ...(article.note === undefined || article.note === '' ? [] : [`note “${article.note}”`]),
    ...(article.tags === undefined || article.tags.length === 0
      ? []
      : [`tags ${article.tags.join(', ')}`]),
  ]
  if (parts.length === 0) return []
  return [
    {
      kind: 'article-note',
      article: article.id,
      message: `The article’s ${parts.join(' and ')} was left out.`,
    },
  ]
}

/** Values of the project's own fields of articles, for formats that show only what every article has. */
export function articleFieldLosses(article: ExportArticle, { codebook }: ExportContext): Loss[] {
  const parts = fieldsOf(codebook).flatMap(field => {
    const value = article.metadata[field.key]?.value
    return value === undefined ? [] : [`${field.label} “${writeFieldValue(field, value)}”`]
  })
  return parts.length === 0
    ? []
    : [
        {
          kind: 'article-field',
          article: article.id,
          message: `The article’s ${parts.join(', ')} was left out.`,
        },
      ]
}

function keysBeyond(
  value: Owned<Annotation> | Owned<Relation>,
  known: ReadonlySet<string>,
): string[] {
  return Object.keys(value).filter(key => !known.has(key))
}
