import { compareText } from '../../annotation/annotation'
import { hashOf } from '../../text/hash'
import type { Span } from '../../text/span'

/** Types of notes (`#` lines) that Assay gives a meaning; any other is an attribute of that name. */
export const noteTypes = {
  /** What a person wrote: the type that brat's own window edits. */
  note: 'AnnotatorNotes',
  /** Our id of the annotation or relation. brat gives the number of a deleted line to the next new one. */
  id: 'AssayId',
} as const

/** What the lines of an .ann file say of one annotation, without their numbers. */
export type AnnRecord = {
  readonly type: string
  /** Fragments in code points. */
  readonly fragments: readonly Span[]
  /** `A` lines; `true` for one without a value. */
  readonly attributes: readonly (readonly [name: string, value: string | true])[]
  /** `#` lines but for the id. */
  readonly notes: readonly (readonly [type: string, text: string])[]
}

/** The same for the same lines, in whatever order they stand: tells whether brat changed an annotation. */
export function fingerprintOf({ type, fragments, attributes, notes }: AnnRecord): string {
  const places = fragments.map(({ start, end }) => `${start} ${end}`).join(';')
  const sorted = (pairs: readonly (readonly [string, string | true])[]): unknown =>
    pairs.toSorted((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)))
  return hashOf(JSON.stringify([type, places, sorted(attributes), sorted(notes)]))
}
