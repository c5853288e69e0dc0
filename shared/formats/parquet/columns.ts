import type { SchemaElement } from 'hyparquet'

/** What a column holds: one value, a list of words, or a list of records. */
type Kind = 'string' | 'int32' | 'bool' | 'strings' | readonly Column[]

/** One column of a table. A column that is not `isRequired` may be without a value in a row. */
export type Column = {
  readonly name: string
  readonly kind: Kind
  readonly isRequired?: boolean
}

/** A value of a row: `undefined` is null. */
export type Value =
  | string
  | number
  | boolean
  | undefined
  | readonly string[]
  | readonly Readonly<Record<string, string | number | boolean | undefined>>[]

/** The columns as Parquet names them, the root first. Lists have the three levels that its specification asks for. */
export function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'schema', num_children: columns.length }, ...columns.flatMap(elementsOf)]
}

function elementsOf({ name, kind, isRequired }: Column): SchemaElement[] {
  const repetition_type = isRequired === true ? 'REQUIRED' : 'OPTIONAL'
  switch (kind) {
    case 'string':
      return [{ name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8' }]
    case 'int32':
      return [{ name, repetition_type, type: 'INT32' }]
    case 'bool':
      return [{ name, repetition_type, type: 'BOOLEAN' }]
    case 'strings':
      return [
        ...listElements(name, repetition_type),
        ...elementsOf({ name: 'element', kind: 'string', isRequired: true }),
      ]
    default:
      return [
        ...listElements(name, repetition_type),
        { name: 'element', repetition_type: 'REQUIRED', num_children: kind.length },
        ...kind.flatMap(elementsOf),
      ]
  }
}

function listElements(
  name: string,
  repetition_type: 'REQUIRED' | 'OPTIONAL',
): readonly SchemaElement[] {
  return [
    { name, repetition_type, num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ]
}

/**
 * The columns as the `datasets` library keeps them in a file's metadata. Lists of records are written as
 * JSON lists: the form that its versions before and after 4 both read.
 */
export function featuresOf(columns: readonly Column[]): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name, kind }) => [name, featureOf(kind)]))
}

function featureOf(kind: Kind): unknown {
  if (kind === 'strings') return { feature: featureOf('string'), _type: 'Sequence' }
  if (typeof kind === 'string') return { dtype: kind, _type: 'Value' }
  return [featuresOf(kind)]
}

/** The same as lines of YAML for a dataset card, each with `indent` before it. */
export function featureLines(columns: readonly Column[], indent: string): string[] {
  return columns.flatMap(({ name, kind }) => [
    // YAML 1.1 takes `1_2` for a number.
    `${indent}- name: ${/^[a-z]/.test(name) ? name : JSON.stringify(name)}`,
    ...(kind === 'strings'
      ? [`${indent}  sequence: string`]
      : typeof kind === 'string'
        ? [`${indent}  dtype: ${kind}`]
        : [`${indent}  list:`, ...featureLines(kind, `${indent}  `)]),
  ])
}
