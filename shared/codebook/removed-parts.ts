import type { Codebook } from './codebook'

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

/** A part as one text: the same for the same part only. */
export function nameOfPart(part: CodebookPart): string {
  switch (part.kind) {
    case 'type':
      return `type ${part.type}`
    case 'attribute':
      return `attribute ${part.type} ${part.attribute}`
    case 'choice':
      return `choice ${part.type} ${part.attribute} ${part.choice}`
    case 'relation':
      return `relation ${part.relation}`
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
