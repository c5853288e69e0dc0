import type { ArticleField, Codebook } from './codebook'
import { fieldsOf } from './codebook'

/** A part of a codebook that annotations or relations can have. Everything by its key. */
export type CodebookPart =
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'attribute'; readonly type: string; readonly attribute: string }
  | {
      readonly kind: 'choice'
      readonly type: string
      readonly attribute: string
      readonly choice: string
    }
  | { readonly kind: 'relation'; readonly relation: string }

/** An own field of articles, or one of its choices: articles have it, not annotations. */
export type FieldPart =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'field-choice'; readonly field: string; readonly choice: string }

/** A part as one text: the same for the same part only. */
export function nameOfPart(part: CodebookPart | FieldPart): string {
  switch (part.kind) {
    case 'type':
      return `type ${part.type}`
    case 'attribute':
      return `attribute ${part.type} ${part.attribute}`
    case 'choice':
      return `choice ${part.type} ${part.attribute} ${part.choice}`
    case 'relation':
      return `relation ${part.relation}`
    case 'field':
      return `field ${part.field}`
    case 'field-choice':
      return `choice field ${part.field} ${part.choice}`
  }
}

/**
 * What `after` does not have any more of `before`: types, attributes of types that stay, choices of
 * attributes that stay, relation kinds. An attribute whose kind changed is another one.
 */
export function removedParts(before: Codebook, after: Codebook): CodebookPart[] {
  const types = before.types.flatMap((type): CodebookPart[] => {
    const kept = after.types.find(({ key }) => key === type.key)
    if (kept === undefined) return [{ kind: 'type', type: type.key }]
    return type.attributes.flatMap((attribute): CodebookPart[] => {
      const part = { type: type.key, attribute: attribute.key }
      const same = kept.attributes.find(
        ({ key, kind }) => key === attribute.key && kind === attribute.kind,
      )
      if (same === undefined) return [{ kind: 'attribute', ...part }]
      const choices = new Set(same.choices?.map(({ key }) => key))
      return (attribute.choices ?? [])
        .filter(({ key }) => !choices.has(key))
        .map(({ key }) => ({ kind: 'choice', ...part, choice: key }))
    })
  })
  const relations = new Set(after.relations.map(({ key }) => key))
  return [
    ...types,
    ...before.relations
      .filter(({ key }) => !relations.has(key))
      .map(({ key }) => ({ kind: 'relation' as const, relation: key })),
  ]
}

/** Own fields of articles that `after` has not any more, and choices of those that stay one of some choices. */
export function removedFields(before: Codebook, after: Codebook): FieldPart[] {
  return fieldsOf(before).flatMap((field): FieldPart[] => {
    const kept = fieldsOf(after).find(({ key }) => key === field.key)
    if (kept === undefined) return [{ kind: 'field', field: field.key }]
    if (kept.kind !== 'choice') return []
    return goneChoices(field, kept).map(choice => ({
      kind: 'field-choice',
      field: field.key,
      choice,
    }))
  })
}

function goneChoices(before: ArticleField, after: ArticleField): string[] {
  const kept = new Set(after.choices?.map(({ key }) => key))
  return (before.choices ?? []).map(({ key }) => key).filter(key => !kept.has(key))
}
