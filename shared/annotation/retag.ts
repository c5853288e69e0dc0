import type { AnnotationType, Attribute } from '../codebook/codebook'
import type { Annotation, AttributeValue } from './annotation'

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
  const meant = new Set(to.attributes.map(({ key }) => key))
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
    if (!meant.has(key) && values[key] === undefined) {
      values[key] = value
      continue
    }
    const attribute = from?.attributes.find(known => known.key === key)
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
