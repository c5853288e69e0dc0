import { compareAnnotations, compareText } from '../annotation/annotation'
import type {
  Annotation,
  AttributeValue,
  Relation,
  Source,
  SourceId,
} from '../annotation/annotation'
import { metadataFields } from '../article/article'
import type { Metadata } from '../article/article'
import { typeOf } from '../codebook/codebook'
import { begunStatus } from './begun-status'
import type { ExportArticle, ExportContext, Owned } from './format'
import { withSortedKeys } from './json-text'
import { offsetWriter } from './offset-units'
import { externalIdOf, sourceLine } from './side-files'

/** An article as a line of the dataset has it (docs/formats/jsonl.md); the order of keys here is the order in the file. */
export function articleLine(article: ExportArticle, context: ExportContext) {
  const offsetOf = offsetWriter(article.text, context.offsetUnit)
  const annotations = article.annotations.toSorted(compareAnnotations)
  return {
    id: article.id,
    ...externalIdOf(article.externalId),
    title: article.title,
    ...(context.includesText ? { text: article.text } : {}),
    metadata: metadataLine(article.metadata),
    offset_unit: context.offsetUnit,
    status: begunStatus(article.status),
    annotations: annotations.map(annotation => annotationLine(annotation, article.text, offsetOf)),
    relations: article.relations.toSorted((a, b) => compareText(a.id, b.id)).map(relationLine),
    sources: usedSources(annotations, context).map(sourceLine),
  }
}

/** An annotation as it stands on the line of its article. */
export function annotationLine(
  annotation: Owned<Annotation>,
  text: string,
  offsetOf: (utf16: number) => number,
) {
  return {
    id: annotation.id,
    ...externalIdOf(annotation.externalId),
    type: annotation.type,
    annotator: annotation.annotator,
    spans: annotation.spans.map(({ start, end }) => ({
      start: offsetOf(start),
      end: offsetOf(end),
      text: text.slice(start, end),
    })),
    attributes: attributesLine(annotation.attributes),
    ...(annotation.note === undefined || annotation.note === '' ? {} : { note: annotation.note }),
    created_at: annotation.createdAt,
    updated_at: annotation.updatedAt,
    origin: withSortedKeys(annotation.origin),
  }
}

/** By key; a number says its lower bound first. */
function attributesLine(attributes: Annotation['attributes']): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(attributes)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, value]): [string, AttributeValue] => {
        if (typeof value !== 'object') return [key, value]
        const { min, max } = value
        return [
          key,
          { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
        ]
      }),
  )
}

/** A relation as it stands on the line of its article. */
export function relationLine(relation: Owned<Relation>) {
  const { id, externalId, type, annotator, from, to, createdAt } = relation
  return {
    id,
    ...externalIdOf(externalId),
    type,
    annotator,
    from: { article: from.article, annotation: from.annotation },
    to: { article: to.article, annotation: to.annotation },
    created_at: createdAt,
  }
}

/** The fields Assay knows in the order they are shown, then a project's own by name. Values only: Python readers want a date, not its evidence. */
export function metadataLine(metadata: Metadata): Record<string, string> {
  const known: readonly string[] = metadataFields
  const rank = (field: string): number =>
    known.includes(field) ? known.indexOf(field) : known.length
  return Object.fromEntries(
    Object.entries(metadata)
      .filter(([, entry]) => entry.value !== '')
      .sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b))
      .map(([field, entry]) => [field, entry.value]),
  )
}

/** The sources that the annotations name in attributes of kind `source`, ordered by id. */
function usedSources(annotations: readonly Annotation[], context: ExportContext): Source[] {
  const used = new Map<SourceId, Source>()
  for (const annotation of annotations)
    for (const { key, kind } of typeOf(context.codebook, annotation.type)?.attributes ?? []) {
      if (kind !== 'source' || !Object.hasOwn(annotation.attributes, key)) continue
      const source = context.sources.get(annotation.attributes[key] as SourceId)
      if (source !== undefined) used.set(source.id, source)
    }
  return [...used.values()].sort((a, b) => compareText(a.id, b.id))
}
