import type { ImportItem } from '../dataset/import-item'
import type { LooseObject } from '../dataset/loose-value'
import type { Cas, FeatureStructure } from './cas'
import { ownFeatures, spanTypeKey, uimaTypes } from './names'
import { readAttributes } from './read-attributes'
import { detailsOf, isUnchanged, textFeature } from './read-details'
import type { CasDocument } from './read-document'

/** Annotations and relations of a file, as a dataset’s line has them. */
export type ReadStructures = {
  readonly annotations: readonly LooseObject[]
  readonly relations: readonly LooseObject[]
  readonly sources: readonly LooseObject[]
  readonly items: readonly ImportItem[]
}

/** What the files beside and the other files of an article know. */
export type Surroundings = {
  readonly document: CasDocument
  readonly sourceName: (id: string) => string | undefined
  /** Short name for a layer of another tool. */
  readonly layerName: (type: string) => string
  /** Ids that the article has already; those of this file are added. */
  readonly taken: Set<string>
}

/**
 * Types that say nothing about the text which Assay would keep: tokens and sentences, that tools make
 * anew, documents’ metadata, and what INCEpTION writes down about its own layers.
 */
const ignored =
  /^(uima\.(tcas\.DocumentAnnotation|cas\.)|de\.tudarmstadt\.ukp\.(dkpro\.core\.api\.(metadata\.type\.|segmentation\.type\.(Token|Sentence)$)|clarin\.webanno\.api\.type\.))/

/** Read what is indexed in a file: spans are annotations, what has a governor and a dependent is a relation. */
export function readStructures(cas: Cas, surroundings: Surroundings): ReadStructures {
  const wanted = cas.structures.filter(
    ({ type }) => !ignored.test(type) && type !== uimaTypes.article,
  )
  const isRelation = ({ references }: FeatureStructure): boolean =>
    references.has(ownFeatures.governor) && references.has(ownFeatures.dependent)
  const items: ImportItem[] = []
  const ends: Ends = new Map()
  const sources: LooseObject[] = []
  const annotations = groupsOf(wanted.filter(structure => !isRelation(structure))).flatMap(
    parts => {
      const refused = refusalOf(parts, cas.text)
      if (refused !== undefined) {
        items.push({ ...refused, article: surroundings.document.article })
        return []
      }
      const { annotation, id, given, isCopy } = annotationFrom(parts, cas.text, surroundings)
      for (const part of parts) ends.set(part.id, { id, isCopy })
      sources.push(...given)
      items.push(...remarksOn(parts, id, surroundings))
      return [annotation]
    },
  )
  items.push(...leftOut(wanted, isRelation, surroundings.document))
  const relations = wanted
    .filter(isRelation)
    .map(structure => relationFrom(structure, ends, surroundings))
  return { annotations, relations, sources, items }
}

/** Features that have no place in Assay, named once for the file: links between spans, and all that a relation says beside its kind. */
function leftOut(
  structures: readonly FeatureStructure[],
  isRelation: (structure: FeatureStructure) => boolean,
  { article }: CasDocument,
): ImportItem[] {
  const names = new Set(
    structures.flatMap(structure => {
      const { type, features, references } = structure
      const own = type === uimaTypes.relation || textsOf(structure).length === 1
      const found = isRelation(structure) ? (own ? [] : features.keys()) : references.keys()
      return [...found].map(name => `${type}:${name}`)
    }),
  )
  if (names.size === 0) return []
  const message = `These features have no place in Assay and were left out: ${[...names].join(', ')}.`
  return [{ kind: 'remark', article, message }]
}

/** Annotations by the ids of their structures; a relation with a copied end is a copy, too. */
type Ends = Map<number, { readonly id: string; readonly isCopy: boolean }>

/** Spans of one type that share our id are one annotation; any other span is one of its own. */
function groupsOf(structures: readonly FeatureStructure[]): FeatureStructure[][] {
  const groups = new Map<string, FeatureStructure[]>()
  for (const structure of structures) {
    const id = textFeature(structure, ownFeatures.id)
    const key = JSON.stringify(id === undefined ? structure.id : [structure.type, id])
    groups.set(key, [...(groups.get(key) ?? []), structure])
  }
  return [...groups.values()]
}

function refusalOf(parts: readonly FeatureStructure[], text: string): ImportItem | undefined {
  const [first] = parts
  const refuse = (why: string): ImportItem => ({
    kind: 'refused',
    annotation: first === undefined ? undefined : String(first.id),
    words: parts.map(({ begin = 0, end = 0 }) => text.slice(begin, end)),
    message: `An annotation of the type ${first?.type ?? ''} was left out, because ${why}.`,
  })
  if (parts.some(({ begin, end }) => begin === undefined || end === undefined))
    return refuse('it stands on no words: Assay keeps annotations of words only')
  if (parts.some(({ begin, end }) => begin === end)) return refuse('it has no length')
  return undefined
}

function annotationFrom(
  parts: readonly FeatureStructure[],
  text: string,
  { document, sourceName, layerName, taken }: Surroundings,
): {
  annotation: LooseObject
  id: string
  given: readonly LooseObject[]
  isCopy: boolean
} {
  const [first] = parts
  if (first === undefined) throw new RangeError('An annotation has at least one span')
  const ownId = textFeature(first, ownFeatures.id)
  const details = detailsOf(first)
  const unchanged = isUnchanged(parts)
  const annotator = (unchanged ? document.maker : document.annotator)?.id
  // A changed copy of somebody’s annotation is the annotation of who changed it.
  const isCopy = !unchanged && ownId !== undefined && annotator !== document.maker?.id
  const id = freeId(
    isCopy || ownId === undefined ? foreignId(document, ownId ?? first.id) : ownId,
    taken,
    document,
  )
  const { attributes, sources } = readAttributes(first, sourceName)
  const note = textFeature(first, ownFeatures.note)
  return {
    id,
    isCopy,
    given: sources,
    annotation: {
      id,
      external_id: isCopy ? undefined : details['external_id'],
      type: spanTypeKey(first.type) ?? layerName(first.type),
      annotator,
      spans: parts.map(({ begin = 0, end = 0 }) => ({
        start: begin,
        end,
        text: text.slice(begin, end),
      })),
      attributes,
      note,
      created_at: unchanged ? details['created_at'] : undefined,
      updated_at: unchanged ? details['updated_at'] : undefined,
      origin: isCopy ? undefined : details['origin'],
    },
  }
}

/** Numbers of structures are counted anew in every file, so whose file it is belongs to them. */
function foreignId({ annotator }: CasDocument, id: string | number): string {
  return annotator === undefined ? String(id) : `${annotator.id}:${id}`
}

/** `id`, or one made of it when another file of the article has an annotation under it. */
function freeId(id: string, taken: Set<string>, document: CasDocument): string {
  const base = taken.has(id) ? foreignId(document, id) : id
  let free = base
  for (let count = 2; taken.has(free); count += 1) free = `${base}/${count}`
  taken.add(free)
  return free
}

/** Spans of one annotation that were changed one by one do not say the same any more. */
function remarksOn(
  parts: readonly FeatureStructure[],
  annotation: string,
  { document, sourceName }: Surroundings,
): ImportItem[] {
  const said = new Set(
    parts.map(part =>
      JSON.stringify([
        readAttributes(part, sourceName).attributes,
        textFeature(part, ownFeatures.note),
      ]),
    ),
  )
  if (said.size <= 1) return []
  return [
    {
      kind: 'remark',
      article: document.article,
      annotation,
      message: `The spans of this annotation have different attributes or notes: those of its first span came in. The others: ${[...said].slice(1).join(', ')}.`,
    },
  ]
}

function relationFrom(
  structure: FeatureStructure,
  ends: Ends,
  { document, layerName, taken }: Surroundings,
): LooseObject {
  const [from, to] = [ownFeatures.governor, ownFeatures.dependent].map(feature => {
    const target = structure.references.get(feature) ?? 0
    return ends.get(target) ?? { id: String(target), isCopy: false }
  })
  const isCopy = from?.isCopy === true || to?.isCopy === true
  const ownId = isCopy ? undefined : textFeature(structure, ownFeatures.id)
  const details = isCopy ? {} : detailsOf(structure)
  return {
    id: freeId(ownId ?? foreignId(document, structure.id), taken, document),
    external_id: details['external_id'],
    type: kindOf(structure, layerName),
    annotator: (ownId === undefined ? document.annotator : document.maker)?.id,
    from: { annotation: from?.id },
    to: { annotation: to?.id },
    created_at: details['created_at'],
  }
}

/** Our own kind; of another tool’s relation the one text it has, as it labels its arcs, or else the name of its layer. */
function kindOf(structure: FeatureStructure, layerName: (type: string) => string): string {
  const own = textFeature(structure, ownFeatures.kind)
  if (structure.type === uimaTypes.relation && own !== undefined) return own
  const [text, ...others] = textsOf(structure)
  return text === undefined || others.length > 0 ? layerName(structure.type) : text
}

function textsOf({ features }: FeatureStructure): string[] {
  return [...features.values()].flatMap(value =>
    typeof value === 'string' && value !== '' ? [value] : [],
  )
}
