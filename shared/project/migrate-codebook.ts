import type { Annotation, AttributeValue } from '../annotation/annotation'
import type { AttributeMap } from '../annotation/retag'
import { retagged } from '../annotation/retag'
import type { Attribute, Codebook } from '../codebook/codebook'
import { typeOf } from '../codebook/codebook'
import type { CodebookPart } from '../codebook/removed-parts'
import { nameOfPart } from '../codebook/removed-parts'
import type { Change } from './change'
import type { OwnedAnnotation, TouchedRecords } from './mention'

/** What becomes of what has a part that is deleted. `to` is the key of what takes its place. */
export type PartPlan =
  | { readonly do: 'keep' }
  | { readonly do: 'delete' }
  | {
      readonly do: 'move'
      readonly to: string
      /** For a type: which attribute takes the values of which. */
      readonly attributes?: AttributeMap
    }

/** By `nameOfPart`; what is not in it is kept. */
export type MigrationPlan = ReadonlyMap<string, PartPlan>

/** How values are written into a note when nothing else can hold them. */
export type WriteValue = (attribute: Attribute | undefined, value: AttributeValue) => string

/**
 * The changes of annotations and relations that carry out a plan, besides the change of the codebook
 * itself. Relations of annotations that are deleted go first, so that none is left without an end.
 */
export function migrationOf(given: {
  readonly before: Codebook
  readonly after: Codebook
  readonly plan: MigrationPlan
  readonly touched: TouchedRecords
  readonly write: WriteValue
  /** The time, UTC with milliseconds. */
  readonly at: string
}): Change[] {
  const { touched, plan } = given
  const migrated = touched.annotations.map(owned => ({
    owned,
    after: annotationAfter(owned.annotation, given),
  }))
  const gone = new Set<string>(
    migrated.filter(({ after }) => after === undefined).map(({ owned }) => owned.annotation.id),
  )
  const relations = touched.relations.flatMap(({ article, annotator, relation }): Change[] => {
    const where = { kind: 'relation' as const, article, annotator, id: relation.id }
    const planned = planFor(plan, { kind: 'relation', relation: relation.type })
    const isGone = gone.has(relation.from.annotation) || gone.has(relation.to.annotation)
    if (isGone || planned.do === 'delete') return [{ ...where, before: relation }]
    if (planned.do === 'keep') return []
    return [{ ...where, before: relation, after: { ...relation, type: planned.to } }]
  })
  return [...relations, ...migrated.flatMap(({ owned, after }) => changeOf(owned, after))]
}

/** The codebook with the ends of relations leading to what takes the place of deleted types. */
export function withEndsMoved(codebook: Codebook, plan: MigrationPlan): Codebook {
  const moved = (keys: readonly string[]): string[] => [
    ...new Set(
      keys.map(key => {
        const planned = planFor(plan, { kind: 'type', type: key })
        return planned.do === 'move' ? planned.to : key
      }),
    ),
  ]
  return {
    ...codebook,
    relations: codebook.relations.map(kind => ({
      ...kind,
      ...(kind.from === undefined ? {} : { from: moved(kind.from) }),
      ...(kind.to === undefined ? {} : { to: moved(kind.to) }),
    })),
  }
}

function changeOf(
  { article, annotator, annotation: before }: OwnedAnnotation,
  after: Annotation | undefined,
): Change[] {
  if (after === before) return []
  const where = { kind: 'annotation' as const, article, annotator, id: before.id, before }
  return [after === undefined ? where : { ...where, after }]
}

function planFor(plan: MigrationPlan, part: CodebookPart): PartPlan {
  return plan.get(nameOfPart(part)) ?? { do: 'keep' }
}

/** The annotation after the plan: the same value when it is not touched, `undefined` when it is to go. */
function annotationAfter(
  annotation: Annotation,
  given: Parameters<typeof migrationOf>[0],
): Annotation | undefined {
  const { before, after, plan, write, at } = given
  const planned = planFor(plan, { kind: 'type', type: annotation.type })
  if (planned.do === 'delete') return undefined
  const from = typeOf(before, annotation.type)
  if (planned.do === 'keep') return withValuesMoved(annotation, given)
  const to = typeOf(after, planned.to)
  if (to === undefined) return annotation
  return retagged(annotation, { from, to, attributes: planned.attributes ?? {}, write, at })
}

/** The annotation with what its type lost of attributes and choices gone, moved or kept, as planned. */
function withValuesMoved(
  annotation: Annotation,
  { before, plan, write, at }: Parameters<typeof migrationOf>[0],
): Annotation {
  const { type, note, ...rest } = annotation
  const values = { ...annotation.attributes }
  const lines: string[] = []
  let isTouched = false
  for (const attribute of typeOf(before, type)?.attributes ?? []) {
    const { key } = attribute
    const value = annotation.attributes[key]
    if (value === undefined) continue
    const ofAttribute = planFor(plan, { kind: 'attribute', type, attribute: key })
    const ofChoice: PartPlan =
      typeof value === 'string'
        ? planFor(plan, { kind: 'choice', type, attribute: key, choice: value })
        : { do: 'keep' }
    if (ofAttribute.do === 'keep' && ofChoice.do === 'keep') continue
    isTouched = true
    if (ofAttribute.do === 'keep' && ofChoice.do === 'move') values[key] = ofChoice.to
    else Reflect.deleteProperty(values, key)
    if (ofAttribute.do !== 'move') continue
    // What is there already was chosen for it: the other value is not lost either.
    if (values[ofAttribute.to] === undefined) values[ofAttribute.to] = value
    else lines.push(`${attribute.label}: ${write(attribute, value)}`)
  }
  if (!isTouched) return annotation
  const notes = [...(note === undefined || note === '' ? [] : [note]), ...lines]
  return {
    ...rest,
    type,
    attributes: values,
    ...(notes.length === 0 ? {} : { note: notes.join('\n') }),
    updatedAt: at,
  }
}
