import type { Annotation, Relation, Source } from '../../annotation/annotation'
import { compareAnnotations, compareText } from '../../annotation/annotation'
import { metadataFields } from '../../article/article'
import type { Codebook } from '../../codebook/codebook'
import { fieldsOf } from '../../codebook/codebook'
import { begunStatus } from '../begun-status'
import type { ExportArticle, ExportContext, Owned } from '../format'
import { jsonLine, withSortedKeys } from '../json-text'
import { offsetWriter } from '../offset-units'
import { annotatorName } from '../tables/annotator-name'
import type { FilledColumn } from './attribute-columns'
import type { Column, Value } from './columns'

/** The tables of the dataset, in the order they are named in; each is a configuration of it. */
export const tableNames = ['articles', 'spans', 'relations', 'sources'] as const
export type TableName = (typeof tableNames)[number]

/** A row has its values in the order of its table's columns. */
export type Row = readonly Value[]

const text = (name: string): Column => ({ name, kind: 'string', isRequired: true })
const number = (name: string): Column => ({ name, kind: 'int32', isRequired: true })
const maybe = (name: string): Column => ({ name, kind: 'string' })

const spanFields: readonly Column[] = [
  text('annotation_id'),
  text('type'),
  number('start'),
  number('end'),
  text('text'),
  text('annotator_id'),
]

/** The columns of every table; those of `spans` depend on the codebook's attributes, those of `articles` on its fields. */
export function tableColumns(
  attributes: readonly FilledColumn[],
  codebook: Codebook,
): Readonly<Record<TableName, readonly Column[]>> {
  return {
    articles: [
      text('article_id'),
      maybe('external_id'),
      text('title'),
      maybe('text'),
      ...metadataFields.map(maybe),
      ...fieldsOf(codebook).map(({ key }) => maybe(`field.${key}`)),
      maybe('other_metadata'),
      maybe('note'),
      { name: 'tags', kind: 'strings', isRequired: true },
      text('status'),
      { name: 'spans', kind: spanFields, isRequired: true },
    ],
    spans: [
      text('article_id'),
      text('annotation_id'),
      maybe('annotation_external_id'),
      number('span_index'),
      number('spans'),
      text('type'),
      number('start'),
      number('end'),
      text('text'),
      text('annotator'),
      text('annotator_id'),
      ...attributes.map(({ name, kind }): Column => ({ name, kind })),
      maybe('note'),
      text('created_at'),
      text('updated_at'),
      text('origin'),
      maybe('origin_details'),
    ],
    relations: [
      text('relation_id'),
      maybe('external_id'),
      text('type'),
      text('from_article'),
      text('from_annotation'),
      text('to_article'),
      text('to_annotation'),
      text('annotator'),
      text('annotator_id'),
      text('created_at'),
    ],
    sources: [
      text('source_id'),
      maybe('external_id'),
      text('name'),
      text('kind'),
      { name: 'aliases', kind: 'strings', isRequired: true },
    ],
  }
}

/** The rows that an article adds, its relations given apart: only those with both ends in the export. */
export function rowsOf(
  article: ExportArticle,
  relations: readonly Owned<Relation>[],
  context: ExportContext,
  attributes: readonly FilledColumn[],
): Readonly<Record<'articles' | 'spans' | 'relations', readonly Row[]>> {
  const offsetOf = offsetWriter(article.text, context.offsetUnit)
  const annotations = article.annotations.toSorted(compareAnnotations)
  const placed = annotations.flatMap(annotation =>
    annotation.spans.map(({ start, end }, index) => ({
      annotation,
      index,
      start: offsetOf(start),
      end: offsetOf(end),
      words: article.text.slice(start, end),
    })),
  )
  return {
    articles: [articleRow(article, context, placed.map(spanRecord))],
    spans: placed.map(({ annotation, index, start, end, words }) => [
      article.id,
      annotation.id,
      annotation.externalId,
      index + 1,
      annotation.spans.length,
      annotation.type,
      start,
      end,
      words,
      annotatorName(annotation.annotator, context),
      annotation.annotator,
      ...attributes.map(({ valueOf }) => valueOf(annotation)),
      ...annotationTail(annotation),
    ]),
    relations: relations
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(relation => relationRow(relation, context)),
  }
}

type Placed = {
  readonly annotation: Owned<Annotation>
  readonly start: number
  readonly end: number
  readonly words: string
}

function spanRecord({ annotation, start, end, words }: Placed) {
  return {
    annotation_id: annotation.id,
    type: annotation.type,
    start,
    end,
    text: words,
    annotator_id: annotation.annotator,
  }
}

function articleRow(
  article: ExportArticle,
  context: ExportContext,
  spans: readonly ReturnType<typeof spanRecord>[],
): Row {
  const fields = fieldsOf(context.codebook).map(({ key }) => key)
  const known: readonly string[] = [...metadataFields, ...fields]
  const { metadata } = article
  const others = Object.entries(metadata).filter(([field]) => !known.includes(field))
  return [
    article.id,
    article.externalId,
    article.title,
    context.includesText ? article.text : undefined,
    ...[...metadataFields, ...fields].map(field =>
      Object.hasOwn(metadata, field) ? metadata[field]?.value : undefined,
    ),
    others.length === 0
      ? undefined
      : jsonLine(
          withSortedKeys(Object.fromEntries(others.map(([field, entry]) => [field, entry.value]))),
        ),
    unlessEmpty(article.note),
    article.tags ?? [],
    jsonLine(begunStatus(article.status)),
    spans,
  ]
}

function annotationTail(annotation: Annotation): Row {
  const { by, ...details } = annotation.origin
  return [
    unlessEmpty(annotation.note),
    annotation.createdAt,
    annotation.updatedAt,
    by,
    Object.keys(details).length === 0 ? undefined : jsonLine(withSortedKeys(details)),
  ]
}

function relationRow(relation: Owned<Relation>, context: ExportContext): Row {
  return [
    relation.id,
    relation.externalId,
    relation.type,
    relation.from.article,
    relation.from.annotation,
    relation.to.article,
    relation.to.annotation,
    annotatorName(relation.annotator, context),
    relation.annotator,
    relation.createdAt,
  ]
}

/** All sources of the project, ordered by id. */
export function sourceRows(sources: Iterable<Source>): Row[] {
  return [...sources]
    .sort((a, b) => compareText(a.id, b.id))
    .map(({ id, externalId, name, kind, aliases }) => [id, externalId, name, kind, aliases])
}

function unlessEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value
}
