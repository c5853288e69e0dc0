import { annotationSchema, describeSpans } from '../../annotation/annotation'
import type { Annotation, AttributeValue } from '../../annotation/annotation'
import type { ArticleId } from '../../article/article'
import { typeOf } from '../../codebook/codebook'
import type { AttributeKind } from '../../codebook/codebook'
import type { Owned } from '../format'
import { withSortedKeys } from '../json-text'
import type { Change } from '../../project/change'
import type { DatasetAnnotation, DatasetLine, DatasetValue } from './dataset-line'
import { slugOf } from './loose-value'
import type { ImportPlan } from './plan-import'
import { planNamelessAnnotator, planSource } from './plan-side'

/** An annotation as the project keeps it, the changes it needs first, and what did not come along. */
export type PlannedAnnotation = {
  readonly annotation: Owned<Annotation>
  readonly changes: readonly Change[]
  readonly remarks: readonly string[]
}

/** `given` in the project's own ids, keys and times. The codebook must know its type already. */
export function planAnnotation(
  plan: ImportPlan,
  article: ArticleId,
  line: DatasetLine,
  given: DatasetAnnotation,
): PlannedAnnotation {
  const { id, externalId = given.externalId } = plan.ids.idOf('annotation', given.id, article)
  const type = slugOf(given.type)
  const attributes = planAttributes(plan, type, given)
  const createdAt = given.createdAt ?? plan.at
  const annotatorChanges = planNamelessAnnotator(plan, given.annotator)
  return {
    annotation: {
      id,
      annotator: plan.ids.idOf('annotator', given.annotator).id,
      type,
      spans: [...given.spans],
      quote: describeSpans(line.text, given.spans),
      attributes: attributes.values,
      ...(given.note === undefined || given.note === '' ? {} : { note: given.note }),
      createdAt,
      updatedAt: given.updatedAt ?? (given.isEdited === true ? plan.at : createdAt),
      origin: originOf(given),
      ...(externalId === undefined ? {} : { externalId }),
    },
    changes: [...annotatorChanges, ...attributes.changes],
    remarks: attributes.remarks,
  }
}

/** True when two versions of an annotation say the same; context around the words is not part of that. */
export function saysTheSame(a: Annotation, b: Annotation): boolean {
  const said = ({ type, spans, attributes, note, createdAt, updatedAt, origin }: Annotation) =>
    JSON.stringify(
      withSortedKeys({ type, spans, attributes, note: note ?? '', createdAt, updatedAt, origin }),
    )
  return said(a) === said(b)
}

function planAttributes(
  plan: ImportPlan,
  type: string,
  given: DatasetAnnotation,
): { values: Record<string, AttributeValue>; changes: Change[]; remarks: string[] } {
  const kinds = new Map(typeOf(plan.codebook, type)?.attributes.map(({ key, kind }) => [key, kind]))
  const values = new Map<string, AttributeValue>()
  const changes: Change[] = []
  const remarks: string[] = []
  for (const [name, value] of given.attributes) {
    const key = slugOf(name)
    if (values.has(key)) {
      remarks.push(`Attribute “${name}” is given twice; ${JSON.stringify(value)} was left out.`)
      continue
    }
    const planned = planValue(plan, kinds.get(key), value)
    values.set(key, planned.value)
    changes.push(...planned.changes)
  }
  return { values: Object.fromEntries(values), changes, remarks }
}

/** A plain JSON number becomes what its column keeps, and the id of a source the project's; all else stays. */
function planValue(
  plan: ImportPlan,
  kind: AttributeKind | undefined,
  value: DatasetValue,
): { value: AttributeValue; changes: readonly Change[] } {
  if (typeof value === 'number') {
    const text = String(value)
    return { value: kind === 'number' ? { min: text, max: text } : text, changes: [] }
  }
  if (kind !== 'source' || typeof value !== 'string' || value === '') return { value, changes: [] }
  const { id, externalId } = plan.ids.idOf('source', value)
  if (externalId === undefined || plan.sources.has(id)) return { value: id, changes: [] }
  if (!plan.namesSources) return { value, changes: [] }
  const source = { id: value, name: value, kind: 'unknown', aliases: [] } as const
  return { value: id, changes: planSource(plan, source).changes }
}

function originOf(given: DatasetAnnotation): Annotation['origin'] {
  const read = annotationSchema.shape.origin.safeParse(given.origin)
  return read.success ? read.data : { by: 'import' }
}
