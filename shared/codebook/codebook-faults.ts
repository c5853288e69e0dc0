import type { AnnotationType, ArticleField, Attribute, Codebook } from './codebook'
import { fieldsOf } from './codebook'
import { knownNames } from './field-names'
import { isPlainColour } from './contrast'
import type { RelationKind } from './relation-kinds'

/** Says which command has a key: its name in the user's words, `undefined` when the key is free. */
export type OwnerOfKey = (key: string) => string | undefined

/** Why a type or relation cannot be called this; `undefined` when it can. */
export function labelFault(
  value: { readonly key: string; readonly label: string },
  others: readonly { readonly key: string; readonly label: string }[],
): string | undefined {
  const label = plain(value.label)
  if (label === '') return 'It needs a name.'
  const twin = others.find(other => other.key !== value.key && plain(other.label) === label)
  return twin === undefined ? undefined : `Another one is called “${twin.label.trim()}” already.`
}

function plain(label: string): string {
  return label.trim().toLowerCase()
}

/** Why a type cannot have its key; `undefined` when it can, or has none. */
export function shortcutFault(
  type: AnnotationType,
  types: readonly AnnotationType[],
  ownerOfKey: OwnerOfKey,
): string | undefined {
  const { shortcut } = type
  if (shortcut === undefined || shortcut === '') return undefined
  if (shortcut.length > 1 || !/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(shortcut))
    return 'A key is one letter, digit or sign that a single press types.'
  const twin = types.find(
    other => other.key !== type.key && other.shortcut?.toLowerCase() === shortcut.toLowerCase(),
  )
  if (twin !== undefined) return `${shortcut} already tags as ${nameOf(twin)}.`
  const owner = ownerOfKey(shortcut)
  return owner === undefined ? undefined : `${shortcut} is already the key of “${owner}”.`
}

/** Why a colour cannot be taken. */
export function colourFault(colour: string): string | undefined {
  return isPlainColour(colour) ? undefined : 'Write the colour like #1d4ed8.'
}

/** Why an attribute cannot stay as it is; `undefined` when it can. */
export function attributeFault(
  attribute: Attribute,
  others: readonly Attribute[],
): string | undefined {
  return labelFault(attribute, others) ?? choicesFault(attribute)
}

/** Why an own field of articles cannot stay as it is; `undefined` when it can. */
export function fieldFault(
  field: ArticleField,
  others: readonly ArticleField[],
): string | undefined {
  const fault = labelFault(field, others) ?? choicesFault(field)
  if (fault !== undefined) return fault
  return knownNames.has(plain(field.label))
    ? `Every article has “${field.label.trim()}” already.`
    : undefined
}

function choicesFault({ kind, choices }: Pick<ArticleField | Attribute, 'kind' | 'choices'>) {
  if (kind !== 'choice') return undefined
  const labels = (choices ?? []).map(({ label }) => plain(label)).filter(Boolean)
  if (labels.length === 0) return 'It needs at least one choice.'
  const twin = labels.find((label, index) => labels.indexOf(label) !== index)
  return twin === undefined ? undefined : `The choice “${twin}” is there twice.`
}

/** What stands in the way of saving: where, in words, and why. */
export type CodebookFault = { readonly where: string; readonly why: string }

/** Everything that stands in the way of saving a codebook, in its order. */
export function codebookFaults(codebook: Codebook, ownerOfKey: OwnerOfKey): CodebookFault[] {
  return [
    ...codebook.types.flatMap(type => typeFaults(type, codebook.types, ownerOfKey)),
    ...codebook.relations.flatMap(kind => relationFaults(kind, codebook.relations)),
    ...fieldsOf(codebook).flatMap(field => fieldFaults(field, fieldsOf(codebook))),
  ]
}

/** What stands in the way of saving one type. */
function typeFaults(
  type: AnnotationType,
  types: readonly AnnotationType[],
  ownerOfKey: OwnerOfKey,
): CodebookFault[] {
  const whys = [
    labelFault(type, types),
    shortcutFault(type, types, ownerOfKey),
    colourFault(type.colour.light),
    colourFault(type.colour.dark),
  ]
  return [
    ...whys.flatMap(why => (why === undefined ? [] : [{ where: nameOf(type), why }])),
    ...type.attributes.flatMap(attribute => {
      const why = attributeFault(attribute, type.attributes)
      const where = `${nameOf(type)}, ${nameOf(attribute)}`
      return why === undefined ? [] : [{ where, why }]
    }),
  ]
}

function relationFaults(kind: RelationKind, kinds: readonly RelationKind[]): CodebookFault[] {
  const why = labelFault(kind, kinds)
  return why === undefined ? [] : [{ where: `Relation ${nameOf(kind)}`, why }]
}

function fieldFaults(field: ArticleField, fields: readonly ArticleField[]): CodebookFault[] {
  const why = fieldFault(field, fields)
  return why === undefined ? [] : [{ where: `Field ${nameOf(field)}`, why }]
}

function nameOf({ label }: { readonly label: string }): string {
  return label.trim() === '' ? 'without a name' : label.trim()
}
