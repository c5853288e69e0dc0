import type { AnnotationType, Attribute } from '../codebook/codebook'
import type { Annotation, AttributeValue } from './annotation'
import { sourceIdSchema } from './annotation'

/** By attribute key of the old type, the key in the new type that takes its values. */
export type AttributeMap = Readonly<Record<string, string>>

/** The attributes that two types share: the same key and the same kind. `from` is absent when nobody knows it any more. */
export function sharedAttributes(
  from: AnnotationType | undefined,
  to: AnnotationType,
): AttributeMap {
  const shared = (from?.attributes ?? []).filter(({ key, kind }) =>
    to.attributes.some(attribute => attribute.key === key && attribute.kind === kind),
  )
  return Object.fromEntries(shared.map(({ key }) => [key, key]))
}

/**
 * An annotation as one of another type. Values go where `attributes` says; all others stay under their own
 * key, or, where the new type means something else by that key, as a line of the note: no value is lost.
 * What `from` knows nothing of was kept from an earlier type: it is a value again where `to` can hold it, so
 * that a type that is changed there and back leaves everything as it was.
 * `write` gives a value as people read it; `at` is the time, UTC with milliseconds.
 */
export function retagged(
  annotation: Annotation,
  given: {
    readonly from: AnnotationType | undefined
    readonly to: AnnotationType
    readonly attributes: AttributeMap
    readonly write: (attribute: Attribute | undefined, value: AttributeValue) => string
    readonly at: string
  },
): Annotation {
  const { from, to, attributes, write, at } = given
  const values: Record<string, AttributeValue> = {}
  const lines: string[] = []
  const moved = new Set<string>()
  const entries = Object.entries(annotation.attributes)
  for (const [key, value] of entries) {
    const target = attributes[key]
    if (target === undefined || values[target] !== undefined) continue
    values[target] = value
    moved.add(key)
  }
  for (const [key, value] of entries) {
    if (moved.has(key)) continue
    const attribute = from?.attributes.find(known => known.key === key)
    const own = to.attributes.find(known => known.key === key)
    const isFree = own === undefined || (attribute === undefined && mayHold(own, value))
    if (isFree && values[key] === undefined) {
      values[key] = value
      continue
    }
    lines.push(`${attribute?.label ?? key}: ${write(attribute, value)}`)
  }
  const { note, ...rest } = annotation
  const notes = [...(note === undefined || note === '' ? [] : [note]), ...lines]
  return {
    ...rest,
    type: to.key,
    attributes: values,
    ...(notes.length === 0 ? {} : { note: notes.join('\n') }),
    updatedAt: at,
  }
}

/** False when a value, by its looks, is none of this attribute. */
function mayHold({ kind, choices }: Attribute, value: AttributeValue): boolean {
  switch (kind) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'object'
    case 'choice':
      return choices?.some(({ key }) => key === value) ?? false
    case 'source':
      return sourceIdSchema.safeParse(value).success
    case 'date':
      return typeof value === 'string' && /^\d{4}(?:-\d{2}){0,2}$/.test(value)
    case 'text':
      return typeof value === 'string' && !sourceIdSchema.safeParse(value).success
  }
}
