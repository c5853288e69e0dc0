import type {
  Annotation,
  AnnotatorId,
  AttributeValue,
  Relation,
  SourceId,
} from '../../annotation/annotation'
import { compareAnnotations, compareText } from '../../annotation/annotation'
import { metadataFields } from '../../article/article'
import { typeOf } from '../../codebook/codebook'
import type { ExportArticle, ExportContext, Owned } from '../format'
import { jsonLine, withSortedKeys } from '../json-text'
import { offsetWriter } from '../offset-units'
import type { Cas, FeatureStructure } from './cas'
import { fingerprintOf } from './fingerprint'
import { featureName, ownFeatures, spanTypeName, uimaTypes } from './names'

/** One file's worth of an article: what one annotator did on it. */
export type AnnotatorPart = {
  readonly article: ExportArticle
  /** `undefined` for an article that nobody has worked on. */
  readonly annotator: AnnotatorId | undefined
  readonly annotations: readonly Owned<Annotation>[]
  /** Only relations whose two ends are among `annotations`. */
  readonly relations: readonly Owned<Relation>[]
  /** Name of the file without its ending. */
  readonly documentId: string
}

/** Ids of the structures that stand in every file; those of annotations and relations follow. */
const fixedIds = { sofa: 1, metadata: 2, article: 3, next: 4 } as const

export const sofaId = fixedIds.sofa

/** The part as feature structures, in the order of their ids. */
export function annotatorCas(part: AnnotatorPart, context: ExportContext): Cas {
  const offsetOf = offsetWriter(part.article.text, 'utf16')
  const structures = [documentMetaData(part, context), articleMark(part, context)]
  /** Of each annotation, the structure of its first span. */
  const firstOf = new Map<string, FeatureStructure>()
  let id: number = fixedIds.next
  for (const annotation of part.annotations.toSorted(compareAnnotations)) {
    const parts = spanStructures(annotation, { context, offsetOf, firstId: id })
    id += parts.length
    structures.push(...parts)
    if (parts[0] !== undefined) firstOf.set(annotation.id, parts[0])
  }
  for (const relation of part.relations.toSorted((a, b) => compareText(a.id, b.id))) {
    structures.push(relationStructure(relation, id, firstOf))
    id += 1
  }
  return { text: part.article.text, structures }
}

/** What tools for UIMA know of a document. */
function documentMetaData(
  { article, documentId }: AnnotatorPart,
  { projectName }: ExportContext,
): FeatureStructure {
  return {
    id: fixedIds.metadata,
    type: uimaTypes.documentMetaData,
    begin: 0,
    end: article.text.length,
    features: features([
      ['language', valueOf(article, 'language') ?? 'x-unspecified'],
      ['documentTitle', article.title],
      ['documentId', documentId],
      ['documentUri', `urn:uuid:${article.id}`],
      ['collectionId', projectName],
    ]),
    references: new Map(),
  }
}

/** What only Assay knows of it, on no character of the text, so that it survives tools that write their own metadata. */
function articleMark(
  { article, annotator }: AnnotatorPart,
  context: ExportContext,
): FeatureStructure {
  const known: readonly string[] = metadataFields
  const others = Object.entries(article.metadata).filter(
    ([field, { value }]) => !known.includes(field) && value !== '',
  )
  return {
    id: fixedIds.article,
    type: uimaTypes.article,
    begin: 0,
    end: 0,
    features: features([
      ['articleId', article.id],
      ['externalId', article.externalId],
      ['title', article.title],
      ['annotatorId', annotator],
      ['annotatorName', annotator && context.annotators.get(annotator)?.name],
      ['status', annotator && article.status[annotator]],
      ...metadataFields.map(field => [field, valueOf(article, field)] as const),
      [
        'otherMetadata',
        others.length === 0
          ? undefined
          : jsonLine(
              withSortedKeys(
                Object.fromEntries(others.map(([field, { value }]) => [field, value])),
              ),
            ),
      ],
    ]),
    references: new Map(),
  }
}

function valueOf({ metadata }: ExportArticle, field: string): string | undefined {
  const value = Object.hasOwn(metadata, field) ? metadata[field]?.value : undefined
  return value === '' ? undefined : value
}

/** One structure for each span; all of them say the same. */
function spanStructures(
  annotation: Owned<Annotation>,
  {
    context,
    offsetOf,
    firstId,
  }: {
    readonly context: ExportContext
    readonly offsetOf: (utf16: number) => number
    readonly firstId: number
  },
): FeatureStructure[] {
  const said = features([
    ...attributeFeatures(annotation, context),
    [ownFeatures.note, annotation.note === '' ? undefined : annotation.note],
    [ownFeatures.id, annotation.id],
  ])
  const parts = annotation.spans.map(({ start, end }, index) => ({
    id: firstId + index,
    type: spanTypeName(annotation.type),
    begin: offsetOf(start),
    end: offsetOf(end),
    features: said,
    references: new Map(),
  }))
  const { createdAt, updatedAt, origin, externalId } = annotation
  const details = jsonLine({
    created_at: createdAt,
    updated_at: updatedAt,
    origin: withSortedKeys(origin),
    external_id: externalId,
    fingerprint: fingerprintOf(parts),
  })
  const whole = new Map(said).set(ownFeatures.details, details)
  return parts.map(part => ({ ...part, features: whole }))
}

type Feature = readonly [name: string, value: string | undefined]

function attributeFeatures(annotation: Annotation, context: ExportContext): Feature[] {
  const kinds = new Map(
    typeOf(context.codebook, annotation.type)?.attributes.map(({ key, kind }) => [key, kind]),
  )
  return Object.entries(annotation.attributes)
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, value]) =>
      valueFeatures(key, value, kinds.get(key) === 'source' ? context.sources : undefined),
    )
}

/** A number is two decimal texts, so that no digit is lost; a yes-no is a text, because UIMA has no Boolean that is not set. */
function valueFeatures(
  key: string,
  value: AttributeValue,
  sources: ExportContext['sources'] | undefined,
): Feature[] {
  if (typeof value === 'boolean') return [[featureName(key, 'Flag'), String(value)]]
  if (typeof value === 'object')
    return [
      [featureName(key, 'Min'), value.min],
      [featureName(key, 'Max'), value.max],
    ]
  const source = sources?.get(value as SourceId)
  if (source === undefined) return [[featureName(key), value]]
  return [
    [featureName(key), source.name],
    [featureName(key, 'Id'), source.id],
  ]
}

/** Stands on the words of its target, as INCEpTION has it. */
function relationStructure(
  relation: Owned<Relation>,
  id: number,
  firstOf: ReadonlyMap<string, FeatureStructure>,
): FeatureStructure {
  const governor = firstOf.get(relation.from.annotation)
  const dependent = firstOf.get(relation.to.annotation)
  if (governor === undefined || dependent === undefined)
    throw new RangeError(`Relation ${relation.id} has an end that is not in its file`)
  return {
    id,
    type: uimaTypes.relation,
    begin: dependent.begin,
    end: dependent.end,
    features: features([
      [ownFeatures.kind, relation.type],
      [ownFeatures.id, relation.id],
      [
        ownFeatures.details,
        jsonLine({ created_at: relation.createdAt, external_id: relation.externalId }),
      ],
    ]),
    references: new Map([
      [ownFeatures.governor, governor.id],
      [ownFeatures.dependent, dependent.id],
    ]),
  }
}

function features(given: readonly Feature[]): Map<string, string> {
  return new Map(
    given.filter((feature): feature is readonly [string, string] => feature[1] !== undefined),
  )
}
