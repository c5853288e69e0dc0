import type { AnnotationType, ArticleField, Attribute, Codebook } from '../../codebook/codebook'
import { fieldsOf } from '../../codebook/codebook'
import type { Column, Row, Table } from './column'

const columns: readonly Column[] = [
  [
    'entry',
    'What the row describes: type, attribute, choice, relation or field of articles.',
  ] as const,
  ['type', 'Key of the type that the attribute or choice belongs to.'] as const,
  ['attribute', 'Key of the attribute or field that the choice belongs to.'] as const,
  ['key', 'Its own key, as the other tables have it.'] as const,
  ['label', 'What people call it.'] as const,
  ['kind', 'What values an attribute or field takes, or how a type is drawn.'] as const,
  ['required', 'yes for an attribute without which an annotation is not finished.'] as const,
  ['description', 'What it means.'] as const,
  ['examples', 'One a line.'] as const,
  ['from', 'Types a relation may go out from; empty for any.'] as const,
  ['to', 'Types a relation may lead to; empty for any.'] as const,
].map(([name, description]) => ({ name, kind: 'words', description }))

/** One row for each type, attribute, choice, relation kind and field, in the order of the codebook. */
export const codebookTable: Table = {
  name: 'codebook',
  description: 'One row for each type, attribute, choice, relation kind and field of articles.',
  columns,
  primaryKey: ['entry', 'type', 'attribute', 'key'],
  foreignKeys: [],
}

/** The rows of a codebook. */
export function codebookRows(codebook: Codebook): Row[] {
  const { types, relations } = codebook
  return [
    ...types.flatMap(typeRows),
    ...relations.map(({ key, label, description, from, to }): Row => [
      'relation',
      undefined,
      undefined,
      key,
      label,
      undefined,
      undefined,
      description,
      undefined,
      from?.join(', '),
      to?.join(', '),
    ]),
    ...fieldsOf(codebook).flatMap(fieldRows),
  ]
}

function fieldRows({ key, label, kind, description, choices }: ArticleField): Row[] {
  const none = undefined
  return [
    ['field', none, none, key, label, kind, none, description, none, none, none],
    ...(choices ?? []).map((choice): Row => [
      'choice',
      none,
      key,
      choice.key,
      choice.label,
      none,
      none,
      none,
      none,
      none,
      none,
    ]),
  ]
}

function typeRows({
  key,
  label,
  channel,
  description,
  examples,
  attributes,
}: AnnotationType): Row[] {
  const type: Row = [
    'type',
    key,
    undefined,
    key,
    label,
    channel,
    undefined,
    description,
    examples?.join('\n'),
    undefined,
    undefined,
  ]
  return [type, ...attributes.flatMap(attribute => attributeRows(key, attribute))]
}

function attributeRows(
  type: string,
  { key, label, kind, required, description, choices }: Attribute,
): Row[] {
  const none = undefined
  return [
    [
      'attribute',
      type,
      key,
      key,
      label,
      kind,
      required === true ? 'yes' : none,
      description,
      none,
      none,
      none,
    ],
    ...(choices ?? []).map((choice): Row => [
      'choice',
      type,
      key,
      choice.key,
      choice.label,
      none,
      none,
      none,
      none,
      none,
      none,
    ]),
  ]
}
