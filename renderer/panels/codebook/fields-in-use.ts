import type { ArticleField, Codebook } from '../../../shared/codebook/codebook'
import { fieldsOf } from '../../../shared/codebook/codebook'
import type { FieldPart } from '../../../shared/codebook/removed-parts'
import { nameOfPart, removedFields } from '../../../shared/codebook/removed-parts'
import type { ArticleSummary } from '../../../shared/project/summary'
import { unknownDetails } from '../../values/article-details'

/** An own field of articles, or a choice of one, that a draft deletes although articles have it. */
export type FieldInUse = {
  /** By `nameOfPart`. */
  readonly name: string
  readonly label: string
  /** Of a field that stays, one choice goes. */
  readonly isChoice: boolean
  /** How many articles have a value, the bin included. */
  readonly articles: number
}

/** What `draft` deletes of the fields of `before` that articles have values of. */
export function fieldsInUse(
  before: Codebook,
  draft: Codebook,
  summaries: readonly ArticleSummary[],
): FieldInUse[] {
  return removedFields(before, draft).flatMap(part => {
    const articles = articlesWith(part, summaries)
    return articles === 0
      ? []
      : [
          {
            name: nameOfPart(part),
            label: labelOf(before, part),
            isChoice: part.kind === 'field-choice',
            articles,
          },
        ]
  })
}

/** How many articles have a value of a field, or this choice of it, the bin included. */
export function articlesWith(part: FieldPart, summaries: readonly ArticleSummary[]): number {
  return summaries.filter(({ metadata }) => {
    const value = metadata[part.field]?.value
    return part.kind === 'field' ? value !== undefined : value === part.choice
  }).length
}

/** Details that articles have and no field is called by, as text fields that would show them again. */
export function lostFields(
  draft: Codebook,
  summaries: readonly ArticleSummary[],
): readonly ArticleField[] {
  const keys = new Set(summaries.flatMap(({ metadata }) => unknownDetails(metadata, draft)))
  return [...keys].map(key => ({ key, label: key, kind: 'text' }))
}

function labelOf(codebook: Codebook, part: FieldPart): string {
  const field = fieldsOf(codebook).find(({ key }) => key === part.field)
  const label = field?.label ?? part.field
  if (part.kind === 'field') return label
  return `${label}, “${field?.choices?.find(({ key }) => key === part.choice)?.label ?? part.choice}”`
}
