import type { Annotation, AttributeValue, SourceId } from '../../annotation/annotation'
import type { Attribute, AttributeKind, Codebook } from '../../codebook/codebook'
import type { ExportArticle, ExportContext, Loss } from '../format'
import type { Cell, Column, ColumnKind } from './column'

/** One column for one attribute of one type; a number takes two, `claim.value.min` and `claim.value.max`. */
export type AttributeColumn = {
  readonly name: string
  /** “Claim: Claimant”, as the codebook labels them. */
  readonly label: string
  readonly type: string
  readonly attribute: string
  readonly kind: AttributeKind
  readonly bound?: 'min' | 'max'
}

/** The columns for a codebook, in its order. */
export function attributeColumns(codebook: Codebook): AttributeColumn[] {
  return codebook.types.flatMap(type =>
    type.attributes.flatMap(({ key, kind, label }): AttributeColumn[] => {
      const column = {
        name: `${type.key}.${key}`,
        label: `${type.label}: ${label}`,
        type: type.key,
        attribute: key,
        kind,
      }
      if (kind !== 'number') return [column]
      return (['min', 'max'] as const).map(bound => ({
        ...column,
        name: `${column.name}.${bound}`,
        bound,
      }))
    }),
  )
}

/** The same columns as a table describes them. */
export function describedColumns(codebook: Codebook): Column[] {
  return attributeColumns(codebook).map(({ name, label, kind, bound }) => ({
    name,
    kind: columnKinds[kind],
    description: `${label}${bound === undefined ? '' : boundWords[bound]}${kindWords(kind)}.`,
  }))
}

const boundWords = { min: ', the least it can be', max: ', the most it can be' } as const

const columnKinds: Readonly<Record<Attribute['kind'], ColumnKind>> = {
  choice: 'words',
  text: 'words',
  number: 'decimal',
  'yes-no': 'yes-no',
  // Maybe a year or a month only, which no reader takes for a date.
  date: 'words',
  source: 'words',
}

function kindWords(kind: AttributeKind): string {
  if (kind === 'source') return ', the source by its name'
  if (kind === 'date') return ', as exact as it is known: 2022, 2022-01 or 2022-01-29'
  return ''
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
