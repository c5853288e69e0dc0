import type { Annotation, AttributeValue, SourceId } from '../../annotation/annotation'
import type { AnnotationType, Attribute } from '../../codebook/codebook'
import { writeNumber } from '../../text/numbers/write-number'
import type { ExportContext } from '../format'

/** An attribute as people read it. */
export type ReadableAttribute = { readonly label: string; readonly value: string }

/** All attributes of an annotation in the order of the codebook; those it does not know come last, by their keys. */
export function readableAttributes(
  annotation: Annotation,
  type: AnnotationType | undefined,
  sources: ExportContext['sources'],
): ReadableAttribute[] {
  const known = type?.attributes ?? []
  const keys = known.map(({ key }) => key)
  const others = Object.keys(annotation.attributes).filter(key => !keys.includes(key))
  return [...keys, ...others].flatMap(key => {
    const value = Object.hasOwn(annotation.attributes, key) ? annotation.attributes[key] : undefined
    if (value === undefined) return []
    const attribute = known.find(candidate => candidate.key === key)
    return [{ label: attribute?.label ?? key, value: readableValue(attribute, value, sources) }]
  })
}

function readableValue(
  attribute: Attribute | undefined,
  value: AttributeValue,
  sources: ExportContext['sources'],
): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') return writeNumber(value)
  switch (attribute?.kind) {
    case 'source':
      return sources.get(value as SourceId)?.name ?? 'unknown source'
    case 'choice':
      return attribute.choices?.find(choice => choice.key === value)?.label ?? value
    case 'date':
      return readableDate(value)
    default:
      return value
  }
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** An ISO 8601 date written out, as exact as it is given: `29 January 2022`; anything else as it is. */
export function readableDate(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(date) ?? []
  const name = month === undefined ? undefined : months[Number(month) - 1]
  if (year === undefined || (month !== undefined && name === undefined)) return date
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter(part => part !== undefined)
    .join(' ')
}
