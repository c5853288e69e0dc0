import type { Annotation, AttributeValue, SourceId } from '../../annotation/annotation'
import type { AttributeKind, Codebook } from '../../codebook/codebook'
import { typeOf } from '../../codebook/codebook'
import type { ExportContext } from '../format'
import { jsonLine, withSortedKeys } from '../json-text'
import type { Column, Value } from './columns'

/** One column of the spans table with how it is filled. */
export type FilledColumn = Column & { readonly valueOf: (annotation: Annotation) => Value }

/**
 * A column for each attribute of the codebook, `quote_speaker` for the speaker of a quote: names without
 * dots and hyphens, which SQL and some readers of Parquet take for something else. A number has a column for
 * each bound, a source its name and its id; what no column holds stands in `other_attributes` as JSON. `reserved`
 * are the names of the table's other columns.
 */
export function attributeColumns(
  { codebook, sources }: ExportContext,
  reserved: Iterable<string>,
): FilledColumn[] {
  const named = uniqueNames(reserved)
  const columns = codebook.types.flatMap(type =>
    type.attributes.flatMap(({ key, kind }): FilledColumn[] => {
      const name = `${type.key}_${key}`
      const valueOf = (annotation: Annotation): AttributeValue | undefined => {
        const value = annotation.type === type.key ? ownAttribute(annotation, key) : undefined
        return value !== undefined && fits(value, kind) ? value : undefined
      }
      const column = (ending: string, part: (value: AttributeValue) => Value): FilledColumn => ({
        name: named(`${name}${ending}`),
        kind: kind === 'yes-no' ? 'bool' : 'string',
        valueOf: annotation => {
          const value = valueOf(annotation)
          return value === undefined ? undefined : part(value)
        },
      })
      switch (kind) {
        case 'number':
          return (['min', 'max'] as const).map(bound =>
            column(`_${bound}`, value => (typeof value === 'object' ? value[bound] : undefined)),
          )
        case 'source': {
          const sourceOf = (value: AttributeValue) => sources.get(value as SourceId)
          return [
            column('', value => sourceOf(value)?.name ?? (value as string)),
            column('_id', value => sourceOf(value)?.id),
          ]
        }
        default:
          return [column('', value => (typeof value === 'object' ? undefined : value))]
      }
    }),
  )
  const others: FilledColumn = {
    name: named('other_attributes'),
    kind: 'string',
    valueOf: annotation => otherAttributes(annotation, codebook),
  }
  return [...columns, others]
}

/** Gives each name as a word of SQL, with a number behind it when an earlier column has it. */
function uniqueNames(reserved: Iterable<string>): (name: string) => string {
  const taken = new Set(reserved)
  return name => {
    const plain = name.replaceAll(/[^a-z0-9_]/g, '_')
    let free = plain
    for (let count = 2; taken.has(free); count += 1) free = `${plain}_${count}`
    taken.add(free)
    return free
  }
}

/** What the codebook does not know, or means another kind of value by. */
function otherAttributes(annotation: Annotation, codebook: Codebook): string | undefined {
  const known = new Map(
    (typeOf(codebook, annotation.type)?.attributes ?? []).map(({ key, kind }) => [key, kind]),
  )
  const others = Object.entries(annotation.attributes).filter(([key, value]) => {
    const kind = known.get(key)
    return kind === undefined || !fits(value, kind)
  })
  return others.length === 0 ? undefined : jsonLine(withSortedKeys(Object.fromEntries(others)))
}

function ownAttribute({ attributes }: Annotation, key: string): AttributeValue | undefined {
  return Object.hasOwn(attributes, key) ? attributes[key] : undefined
}

function fits(value: AttributeValue, kind: AttributeKind): boolean {
  if (kind === 'number') return typeof value === 'object'
  return typeof value === (kind === 'yes-no' ? 'boolean' : 'string')
}
