import type { Annotation, Relation, SourceId } from '../../annotation/annotation'
import type { Codebook } from '../../codebook/codebook'
import { fitsKind, kindOf, wordsOfValue } from '../attribute-words'
import { continuesLabel } from '../continued'
import type { ExportContext, Owned } from '../format'
import { withSortedKeys } from '../json-text'
import type { SeenLabels } from './label-config'
import { controlName, labelTag, resultType, textTag } from './label-config'

/** The text of a task and how its offsets are written. */
export type TaskText = {
  readonly text: string
  readonly offsetOf: (utf16: number) => number
}

/**
 * An annotation as results of Label Studio: a region for each span, its attributes on the first, and from
 * each region to the next a relation that says they are one. What the configuration must name is noted in `seen`.
 */
export function annotationResults(
  annotation: Owned<Annotation>,
  { text, offsetOf }: TaskText,
  { codebook, sources }: Pick<ExportContext, 'codebook' | 'sources'>,
  seen: SeenLabels,
): unknown[] {
  const { id, type, spans } = annotation
  seen.types.add(type)
  const places = spans.map(({ start, end }) => ({
    start: offsetOf(start),
    end: offsetOf(end),
    text: text.slice(start, end),
  }))
  const regions = places.map((value, index) => ({
    id: partId(id, index),
    from_name: labelTag,
    to_name: textTag,
    type: 'labels',
    origin: annotation.origin.by === 'suggestion' ? 'prediction' : 'manual',
    value: { ...value, labels: [type] },
    ...(index === 0 ? { meta: regionMeta(annotation, { codebook, sources }) } : {}),
  }))
  return [
    ...regions.slice(0, 1),
    ...attributeResults(annotation, places[0], { codebook, sources }, seen),
    ...regions.slice(1),
    ...regions.slice(1).map((_, index) => ({
      type: 'relation',
      from_id: partId(id, index),
      to_id: partId(id, index + 1),
      direction: 'right',
      labels: [continuesLabel],
    })),
  ]
}

/** A relation between two regions of one annotator’s work. */
export function relationResult(relation: Owned<Relation>, seen: SeenLabels): unknown {
  seen.relations.add(relation.type)
  return {
    type: 'relation',
    from_id: relation.from.annotation,
    to_id: relation.to.annotation,
    direction: 'right',
    labels: [relation.type],
    meta: {
      id: relation.id,
      created_at: relation.createdAt,
      ...(relation.externalId === undefined ? {} : { external_id: relation.externalId }),
    },
  }
}

/** The first region has the annotation’s own id. */
function partId(id: string, index: number): string {
  return index === 0 ? id : `${id}-part-${index + 1}`
}

type Vocabulary = { readonly codebook: Codebook; readonly sources: ExportContext['sources'] }

/**
 * What a region holds beside its labels. Label Studio shows `text`, and leaves the rest as it is. A source is
 * named in its control; here is which one was meant, for as long as the name is not changed.
 */
function regionMeta(annotation: Owned<Annotation>, { codebook, sources }: Vocabulary): unknown {
  const { note, createdAt, updatedAt, origin, externalId, type } = annotation
  const meant = Object.entries(annotation.attributes).flatMap(([key, value]) => {
    const source =
      kindOf(codebook, type, key) === 'source' ? sources.get(value as SourceId) : undefined
    return source === undefined ? [] : [[key, { id: source.id, name: source.name }] as const]
  })
  return {
    ...(note === undefined || note === '' ? {} : { text: [note] }),
    created_at: createdAt,
    updated_at: updatedAt,
    origin: withSortedKeys(origin),
    ...(externalId === undefined ? {} : { external_id: externalId }),
    ...(meant.length === 0 ? {} : { sources: Object.fromEntries(meant) }),
  }
}

function attributeResults(
  { id, type, attributes }: Owned<Annotation>,
  place: { readonly start: number; readonly end: number; readonly text: string } | undefined,
  { codebook, sources }: Vocabulary,
  seen: SeenLabels,
): unknown[] {
  return Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]): unknown[] => {
      const kind = kindOf(codebook, type, key)
      if (kind === undefined || !fitsKind(value, kind)) return []
      const name = controlName(type, key, kind)
      const words = wordsOfValue(value, kind, sources)
      const control = { id, from_name: name, to_name: textTag, type: resultType(kind) }
      if (resultType(kind) === 'textarea')
        return [{ ...control, value: { ...place, text: [words] } }]
      seen.choices.set(name, (seen.choices.get(name) ?? new Set()).add(words))
      return [{ ...control, value: { ...place, choices: [words] } }]
    })
}
