import type { Annotation, AttributeValue, SourceId } from '../annotation/annotation'
import type { AttributeKind, Codebook } from '../codebook/codebook'
import type { Cell } from './csv-text'
import type { ExportArticle, ExportContext, Loss } from './format'

/** One column for one attribute of one type; a number takes two, `claim.value.min` and `claim.value.max`. */
export type AttributeColumn = {
  readonly name: string
  readonly type: string
  readonly attribute: string
  readonly kind: AttributeKind
  readonly bound?: 'min' | 'max'
}

/** The columns for a codebook, in its order. */
export function attributeColumns(codebook: Codebook): AttributeColumn[] {
  return codebook.types.flatMap(type =>
    type.attributes.flatMap(({ key, kind }): AttributeColumn[] => {
      const column = { name: `${type.key}.${key}`, type: type.key, attribute: key, kind }
      if (kind !== 'number') return [column]
      return (['min', 'max'] as const).map(bound => ({
        ...column,
        name: `${column.name}.${bound}`,
        bound,
      }))
    }),
  )
}

/** What stands in `column` for `annotation`; a source stands there by its name. */
export function attributeCell(
  annotation: Annotation,
  column: AttributeColumn,
  sources: ExportContext['sources'],
): Cell {
  if (annotation.type !== column.type) return undefined
  const value = ownAttribute(annotation, column.attribute)
  if (value === undefined || !fits(value, column.kind)) return undefined
  if (typeof value === 'object') return column.bound === undefined ? undefined : value[column.bound]
  if (column.kind === 'source' && typeof value === 'string')
    return sources.get(value as SourceId)?.name ?? value
  return String(value)
}

/** Attributes that no column holds: the codebook does not know them, or means another kind of value by them. */
export function attributeLosses(
  article: ExportArticle,
  columns: readonly AttributeColumn[],
): Loss[] {
  const kinds = new Map(columns.map(column => [`${column.type}.${column.attribute}`, column.kind]))
  return article.annotations.flatMap(annotation =>
    Object.entries(annotation.attributes)
      .filter(([key, value]) => {
        const kind = kinds.get(`${annotation.type}.${key}`)
        return kind === undefined || !fits(value, kind)
      })
      .map(([key, value]) => ({
        kind: 'attribute',
        article: article.id,
        annotation: annotation.id,
        message: `Attribute “${key}” with the value ${JSON.stringify(value)} was left out: the codebook has no column for it.`,
      })),
  )
}

function ownAttribute(annotation: Annotation, key: string): AttributeValue | undefined {
  return Object.hasOwn(annotation.attributes, key) ? annotation.attributes[key] : undefined
}

/** A number fits only number columns; words and yes-no fit every other column. */
function fits(value: AttributeValue, kind: AttributeKind): boolean {
  return (typeof value === 'object') === (kind === 'number')
}
