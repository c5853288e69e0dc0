import type { Annotation, AttributeValue, Source } from '../../../shared/annotation/annotation'
import type { AnnotationType, Attribute, Codebook } from '../../../shared/codebook/codebook'
import { placeIn } from '../../values/annotation-order'
import { writeValue } from '../../values/attribute-text'

/** What the list is ordered by: the place in the text, the type, the source, or an attribute by its key. */
export type ListOrder =
  | { readonly by: 'place' | 'type' | 'source' | 'annotator' }
  | { readonly by: 'attribute'; readonly key: string }

/** What the codebook and the sources say of values, for reading them. */
export type ListKnowledge = {
  readonly codebook: Codebook
  readonly sources: ReadonlyMap<string, Source>
  /** Names of the other annotators by the ids of their annotations. */
  readonly authors?: ReadonlyMap<string, string>
}

/** Annotations that have one thing in common, in the order they came in. */
export type ListGroup = { readonly label: string; readonly annotations: readonly Annotation[] }

/** Every attribute of a codebook by its key; where types share a key, the first one’s. */
export function attributesByKey(codebook: Codebook): ReadonlyMap<string, Attribute> {
  const all = new Map<string, Attribute>()
  for (const { attributes } of codebook.types)
    for (const attribute of attributes)
      if (!all.has(attribute.key)) all.set(attribute.key, attribute)
  return all
}

/**
 * Place of an annotation among those of all groups, -1 when it is in none. Each group is in the order of the text, so
 * few are looked at: to ask ten thousand for their id takes a third of a millisecond, mostly for memory to answer.
 */
export function placeInGroups(groups: readonly ListGroup[], annotation: Annotation): number {
  let first = 0
  for (const { annotations } of groups) {
    const at = placeIn(annotations, annotation)
    if (annotations[at]?.id === annotation.id) return first + at
    first += annotations.length
  }
  return -1
}

/**
 * `annotations` in groups: types in the order of the codebook, everything else by its words, what has no
 * value last. One pass over them, so that ten thousand cost a few milliseconds. By place there is one
 * group without a label.
 */
export function groupedBy(
  order: ListOrder,
  annotations: readonly Annotation[],
  knowledge: ListKnowledge,
): ListGroup[] {
  if (order.by === 'place') return [{ label: '', annotations }]
  const types = new Map(knowledge.codebook.types.map((type, rank) => [type.key, { type, rank }]))
  const labels = new Map<string, Label>()
  const groups = new Map<string, { readonly label: Label; readonly annotations: Annotation[] }>()
  const labelOf = (annotation: Annotation): Label => {
    if (order.by === 'annotator') {
      const author = knowledge.authors?.get(annotation.id)
      return author === undefined ? labelled('Yours', 0) : labelled(author, 1)
    }
    const known = types.get(annotation.type)
    if (order.by === 'type')
      return labelled(known?.type.label ?? annotation.type, known?.rank ?? types.size)
    const [attribute, value] = valueFor(order, annotation, known?.type)
    if (value === undefined) return order.by === 'source' ? noSource : noValue
    const key = `${attribute?.kind ?? ''} ${JSON.stringify(value)}`
    const label = labels.get(key) ?? labelOfValue(attribute, value, knowledge.sources)
    labels.set(key, label)
    return label
  }
  for (const annotation of annotations) {
    const label = labelOf(annotation)
    const group = groups.get(label.text)
    if (group === undefined) groups.set(label.text, { label, annotations: [annotation] })
    else group.annotations.push(annotation)
  }
  return [...groups.values()]
    .sort((a, b) => a.label.rank - b.label.rank || inWords.compare(a.label.sort, b.label.sort))
    .map(({ label, annotations }) => ({ label: label.text, annotations }))
}

/** What a group is called; groups are ordered by `rank`, then by the words of `sort`. */
type Label = { readonly text: string; readonly rank: number; readonly sort: string }

function labelled(text: string, rank: number, sort = text): Label {
  return { text, rank, sort }
}

const noSource = labelled('No source', Number.MAX_VALUE)
const noValue = labelled('Not set', Number.MAX_VALUE)
const inWords = new Intl.Collator('en', { numeric: true })

function valueFor(
  order: ListOrder,
  annotation: Annotation,
  type: AnnotationType | undefined,
): readonly [Attribute | undefined, AttributeValue | undefined] {
  if (order.by === 'attribute') {
    const attribute = type?.attributes.find(({ key }) => key === order.key)
    return [attribute, annotation.attributes[order.key]]
  }
  for (const attribute of type?.attributes ?? []) {
    const value = annotation.attributes[attribute.key]
    if (attribute.kind === 'source' && value !== undefined) return [attribute, value]
  }
  return [undefined, undefined]
}

function labelOfValue(
  attribute: Attribute | undefined,
  value: AttributeValue,
  sources: ListKnowledge['sources'],
): Label {
  const text = writeValue(attribute, value, sources)
  const sort = attribute?.kind === 'date' && typeof value === 'string' ? value : text
  return labelled(text, rankOf(attribute, value), sort)
}

/** Choices stand in the order of the codebook, numbers by their size. */
function rankOf(attribute: Attribute | undefined, value: AttributeValue): number {
  if (typeof value === 'object') return Number(value.min ?? value.max)
  if (attribute?.kind !== 'choice') return 0
  const at = attribute.choices?.findIndex(({ key }) => key === value) ?? -1
  return at === -1 ? Number.MAX_SAFE_INTEGER : at
}
