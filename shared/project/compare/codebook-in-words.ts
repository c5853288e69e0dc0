import type { AnnotationType, ArticleField, Attribute, Codebook } from '../../codebook/codebook'
import { fieldsOf } from '../../codebook/codebook'
import { isSameValue } from '../merge/same-value'
import type { Difference } from './difference'

type Part = { readonly key: string; readonly label: string }

/** How two versions of a codebook differ, part by part. Empty when only its number does. */
export function codebookInWords(before: Codebook, after: Codebook): Difference[] {
  return [
    ...parts('Type', before.types, after.types, typeDetails, typeParts),
    ...parts('Kind of link', before.relations, after.relations, changedFields),
    ...parts(
      'Field of articles',
      fieldsOf(before),
      fieldsOf(after),
      attributeDetails,
      (one, other) =>
        parts(`Choice of ${other.label}`, one.choices ?? [], other.choices ?? [], changedFields),
    ),
  ]
}

function typeDetails(before: AnnotationType, after: AnnotationType): string {
  const { attributes: _before, ...one } = before
  const { attributes: _after, ...other } = after
  return changedFields(one, other)
}

function typeParts(before: AnnotationType, after: AnnotationType): Difference[] {
  return parts(
    `Attribute of ${after.label}`,
    before.attributes,
    after.attributes,
    attributeDetails,
    (one, other) =>
      parts(
        `Choice of ${other.label} of ${after.label}`,
        one.choices ?? [],
        other.choices ?? [],
        changedFields,
      ),
  )
}

function attributeDetails<Of extends Attribute | ArticleField>(before: Of, after: Of): string {
  const { choices: _before, ...one } = before
  const { choices: _after, ...other } = after
  return changedFields(one, other)
}

function parts<Of extends Part>(
  label: string,
  before: readonly Of[],
  after: readonly Of[],
  detailsOf: (before: Of, after: Of) => string,
  within: (before: Of, after: Of) => Difference[] = () => [],
): Difference[] {
  const known = new Map(before.map(part => [part.key, part]))
  const left = new Set(after.map(({ key }) => key))
  return [
    ...after.flatMap((part): Difference[] => {
      const old = known.get(part.key)
      if (old === undefined) return [{ change: 'added', label, words: part.label, details: '' }]
      const details = detailsOf(old, part)
      const own: Difference[] =
        details === '' ? [] : [{ change: 'changed', label, words: part.label, details }]
      return [...own, ...within(old, part)]
    }),
    ...before
      .filter(({ key }) => !left.has(key))
      .map((part): Difference => ({ change: 'removed', label, words: part.label, details: '' })),
  ]
}

const fieldWords: Readonly<Record<string, string>> = {
  label: 'name',
  channel: 'mark',
  shortcut: 'key',
  kind: 'kind of value',
  required: 'whether it must be filled in',
  from: 'where it may begin',
  to: 'where it may lead',
}

/** The words for what differs: “name, colour changed”. A name says what it was. */
function changedFields(before: object, after: object): string {
  const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const keys = [...new Set([...one.keys(), ...other.keys()])].filter(
    key => !isSameValue(one.get(key), other.get(key)),
  )
  if (keys.length === 0) return ''
  const was = keys.includes('label') ? `was called “${String(one.get('label'))}”` : ''
  const others = keys.filter(key => key !== 'label').map(key => fieldWords[key] ?? key)
  const rest = others.length === 0 ? '' : `${others.join(', ')} changed`
  return [was, rest].filter(text => text !== '').join('; ')
}
