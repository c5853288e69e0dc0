import type { AnnotationType, ArticleField, Attribute, Codebook } from './codebook'

/**
 * The project's codebook with what `incoming` has beyond it: types, attributes of shared types, choices
 * and relation kinds. What both have stays as the project has it. The same value when nothing is new.
 */
export function joinCodebooks(codebook: Codebook, incoming: Codebook): Codebook {
  const types = joined(codebook.types, incoming.types, joinTypes)
  const relations = joined(codebook.relations, incoming.relations, kept => kept)
  const fields = joinedFields(codebook, incoming)
  return revised(codebook, types, relations, fields)
}

/** Own fields of articles of both; absent when neither has any. */
function joinedFields(codebook: Codebook, incoming: Codebook): Codebook['fields'] {
  const added = incoming.fields ?? []
  return added.length === 0 ? codebook.fields : joined(codebook.fields ?? [], added, joinChoices)
}

/** The codebook with these types and relation kinds, and own fields of articles, one revision on; the same value when they are the same. */
export function revised(
  codebook: Codebook,
  types: Codebook['types'],
  relations: Codebook['relations'],
  fields: Codebook['fields'] = codebook.fields,
): Codebook {
  const isSame =
    types === codebook.types && relations === codebook.relations && fields === codebook.fields
  if (isSame) return codebook
  return {
    ...codebook,
    revision: codebook.revision + 1,
    types,
    relations,
    ...(fields === undefined ? {} : { fields }),
  }
}

/** `kept` in its order, then what only `added` has; the same list when nothing is new. */
function joined<Value extends { readonly key: string }>(
  kept: Value[],
  added: readonly Value[],
  join: (kept: Value, added: Value) => Value,
): Value[] {
  const byKey = new Map(added.map(value => [value.key, value]))
  const keys = new Set(kept.map(value => value.key))
  const both = kept.map(value => {
    const other = byKey.get(value.key)
    return other === undefined ? value : join(value, other)
  })
  const fresh = added.filter(value => !keys.has(value.key))
  const isSame = fresh.length === 0 && both.every((value, index) => value === kept[index])
  return isSame ? kept : [...both, ...fresh]
}

function joinTypes(kept: AnnotationType, added: AnnotationType): AnnotationType {
  const attributes = joined(kept.attributes, added.attributes, joinChoices)
  return attributes === kept.attributes ? kept : { ...kept, attributes }
}

function joinChoices<Part extends Attribute | ArticleField>(kept: Part, added: Part): Part {
  if (kept.kind !== 'choice' || added.kind !== 'choice') return kept
  const before = kept.choices ?? []
  const choices = joined(before, added.choices ?? [], choice => choice)
  return choices === before ? kept : { ...kept, choices }
}
