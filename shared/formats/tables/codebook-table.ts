import type { AnnotationType, Attribute, Codebook } from '../../codebook/codebook'
import type { Column, Row, Table } from './column'

const columns: readonly Column[] = [
  ['entry', 'What the row describes: type, attribute, choice or relation.'] as const,
  ['type', 'Key of the type that the attribute or choice belongs to.'] as const,
  ['attribute', 'Key of the attribute that the choice belongs to.'] as const,
  ['key', 'Its own key, as the other tables have it.'] as const,
  ['label', 'What people call it.'] as const,
  ['kind', 'What values an attribute takes, or how a type is drawn.'] as const,
  ['required', 'yes for an attribute without which an annotation is not finished.'] as const,
  ['description', 'What it means.'] as const,
  ['examples', 'One a line.'] as const,
  ['from', 'Types a relation may go out from; empty for any.'] as const,
  ['to', 'Types a relation may lead to; empty for any.'] as const,
].map(([name, description]) => ({ name, kind: 'words', description }))

/** One row for each type, attribute, choice and relation kind, in the order of the codebook. */
export const codebookTable: Table = {
  name: 'codebook',
  description: 'One row for each type, attribute, choice and relation kind.',
  columns,
  primaryKey: ['entry', 'type', 'attribute', 'key'],
  foreignKeys: [],
}

/** The rows of a codebook. */
export function codebookRows({ types, relations }: Codebook): Row[] {
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
