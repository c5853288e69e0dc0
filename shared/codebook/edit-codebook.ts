import { fieldsOf, slugSchema } from './codebook'
import type { AnnotationType, ArticleField, Attribute, Choice, Codebook } from './codebook'
import { reservedFieldKeys } from './field-names'
import type { RelationKind } from './relation-kinds'

/** `values` with the one at `index` one place up (-1) or down (1); the same order at either end. */
export function movedBy<Value>(values: readonly Value[], index: number, step: -1 | 1): Value[] {
  const moved = values.filter((_, at) => at !== index)
  const value = values[index]
  if (value === undefined) return moved
  moved.splice(Math.min(Math.max(index + step, 0), moved.length), 0, value)
  return moved
}

/** `values` with `after` in the place of the one that has its key. */
export function replacedIn<Value extends { readonly key: string }>(
  values: readonly Value[],
  after: Value,
): Value[] {
  return values.map(value => (value.key === after.key ? after : value))
}

/** `values` without the one of this key. */
export function removedFrom<Value extends { readonly key: string }>(
  values: readonly Value[],
  key: string,
): Value[] {
  return values.filter(value => value.key !== key)
}

const newSign = '+'

/** The key of something new until the codebook is saved, made of an `id` that nothing else has. */
export function passingKey(id: string): string {
  return `${newSign}${id}`
}

/** True for what has no lasting key yet. */
function isNew({ key }: { readonly key: string }): boolean {
  return key.startsWith(newSign)
}

/**
 * A key made of a label: small letters, digits and `-`, at most 48 characters, none of `taken`; from
 * `fallback` when the label has no such letters.
 */
export function keyFromLabel(label: string, fallback: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, '')
  const first = words === '' ? fallback : words
  let key = first
  for (let next = 2; taken.has(key) || !slugSchema.safeParse(key).success; next += 1)
    key = `${first}-${next}`
  return key
}

/**
 * The codebook that an edited `draft` of `before` becomes when it is saved: everything new has a key made
 * of its label, texts are trimmed, the revision is one higher. `usedTypes` are keys of types that
 * annotations have, which no new type may take. The same value as `before` when nothing changed.
 */
export function finishedCodebook(
  draft: Codebook,
  before: Codebook,
  usedTypes: readonly string[],
): Codebook {
  const types = withLastingKeys(draft.types, 'type', [...before.types.map(keyOf), ...usedTypes])
  const relations = withLastingKeys(draft.relations, 'relation', before.relations.map(keyOf))
  const known = [...fieldsOf(before).map(keyOf), ...reservedFieldKeys]
  const fields = withLastingKeys(fieldsOf(draft), 'field', known).values.map(finishedField)
  const hasFields = before.fields !== undefined || fields.length > 0
  const finished = {
    ...draft,
    revision: before.revision,
    ...(hasFields ? { fields } : {}),
    types: types.values.map(type => finishedType(type, before)),
    relations: relations.values.map(kind => finishedRelation(kind, types.lasting)),
  }
  if (JSON.stringify(finished) === JSON.stringify(before)) return before
  return { ...finished, revision: before.revision + 1 }
}

/**
 * The keys that new parts of a `draft` got when it was `finished`, by their passing keys. Both have their
 * parts in the same order; choices without a label were left out.
 */
export function lastingKeysOf(draft: Codebook, finished: Codebook): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  const note = (before: readonly Keyed[], after: readonly Keyed[]): void => {
    for (const [index, { key }] of before.entries()) keys.set(key, after[index]?.key ?? key)
  }
  note(draft.relations, finished.relations)
  note(draft.types, finished.types)
  note(fieldsOf(draft), fieldsOf(finished))
  for (const [index, type] of draft.types.entries()) {
    const after = finished.types[index]?.attributes ?? []
    note(type.attributes, after)
    for (const [at, { choices = [] }] of type.attributes.entries())
      note(
        choices.filter(({ label }) => label.trim() !== ''),
        after[at]?.choices ?? [],
      )
  }
  return new Map([...keys].filter(([key]) => isNew({ key })))
}

type Keyed = { readonly key: string }

function keyOf({ key }: { readonly key: string }): string {
  return key
}

function withLastingKeys<Value extends { readonly key: string; readonly label: string }>(
  values: readonly Value[],
  fallback: string,
  alsoTaken: readonly string[] = [],
): { readonly values: Value[]; readonly lasting: ReadonlyMap<string, string> } {
  const taken = new Set([...values.map(keyOf), ...alsoTaken])
  const lasting = new Map<string, string>()
  const kept = values.map(value => {
    if (!isNew(value)) return value
    const key = keyFromLabel(value.label, fallback, taken)
    taken.add(key)
    lasting.set(value.key, key)
    return { ...value, key }
  })
  return { values: kept, lasting }
}

function finishedType(type: AnnotationType, before: Codebook): AnnotationType {
  const { description, examples, shortcut, ...rest } = type
  const kept = examples?.map(example => example.trim()).filter(example => example !== '')
  const known = before.types.find(({ key }) => key === type.key)?.attributes ?? []
  const attributes = withLastingKeys(type.attributes, 'attribute', known.map(keyOf)).values
  return inOrderOf(type, {
    ...rest,
    label: type.label.trim(),
    ...textAs('description', description),
    ...(kept === undefined || kept.length === 0 ? {} : { examples: kept }),
    ...textAs('shortcut', shortcut),
    attributes: attributes.map(finishedAttribute),
  })
}

function finishedAttribute(attribute: Attribute): Attribute {
  const { choices, description, required, ...rest } = attribute
  return inOrderOf(attribute, {
    ...rest,
    label: attribute.label.trim(),
    ...(attribute.kind === 'choice' && choices !== undefined
      ? { choices: finishedChoices(choices) }
      : {}),
    ...(required === true ? { required } : {}),
    ...textAs('description', description),
  })
}

function finishedField(field: ArticleField): ArticleField {
  const { choices, description, ...rest } = field
  return inOrderOf(field, {
    ...rest,
    label: field.label.trim(),
    ...(field.kind === 'choice' && choices !== undefined
      ? { choices: finishedChoices(choices) }
      : {}),
    ...textAs('description', description),
  })
}

function finishedChoices(choices: readonly Choice[]): Choice[] {
  const labelled = choices
    .map(choice => ({ ...choice, label: choice.label.trim() }))
    .filter(({ label }) => label !== '')
  return withLastingKeys(labelled, 'choice').values
}

function finishedRelation(kind: RelationKind, lasting: ReadonlyMap<string, string>): RelationKind {
  const { description, from, to, ...rest } = kind
  return inOrderOf(kind, {
    ...rest,
    label: kind.label.trim(),
    ...textAs('description', description),
    ...endAs('from', from, lasting),
    ...endAs('to', to, lasting),
  })
}

/** No type at all means any; a new type that was taken out again is none. */
function endAs<End extends 'from' | 'to'>(
  end: End,
  keys: readonly string[] | undefined,
  lasting: ReadonlyMap<string, string>,
): { [E in End]?: string[] } {
  const kept = (keys ?? []).map(key => lasting.get(key) ?? key).filter(key => !isNew({ key }))
  return (kept.length === 0 ? {} : { [end]: kept }) as { [E in End]?: string[] }
}

function textAs<Key extends string>(key: Key, text: string | undefined): { [K in Key]?: string } {
  const trimmed = text?.trim() ?? ''
  return (trimmed === '' ? {} : { [key]: trimmed }) as { [K in Key]?: string }
}

/** `after` with its keys in the order that `before` has them, so that what did not change compares equal. */
function inOrderOf<Value extends object>(before: Value, after: Value): Value {
  const order = Object.keys(before)
  const rank = (key: string): number => {
    const at = order.indexOf(key)
    return at === -1 ? order.length : at
  }
  const entries = Object.entries(after).sort(([one], [other]) => rank(one) - rank(other))
  return Object.fromEntries(entries) as Value
}
