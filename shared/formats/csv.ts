import { compareAnnotations, compareText } from '../annotation/annotation'
import type { Annotation, AnnotatorId, Relation } from '../annotation/annotation'
import { metadataFields } from '../article/article'
import type { Metadata } from '../article/article'
import { begunStatus } from './begun-status'
import { attributeCell, attributeColumns, attributeLosses } from './csv-attributes'
import { csvRecord } from './csv-text'
import type { Cell } from './csv-text'
import type {
  ExportArticle,
  ExportContext,
  ExportFormat,
  ExportPiece,
  ExportWriter,
  Owned,
} from './format'
import { jsonLine, withSortedKeys } from './json-text'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from './losses'
import { offsetWriter } from './offset-units'

const spanHead = [
  'article_id',
  'external_id',
  'title',
  'published',
  'publisher',
  'annotation_id',
  'span_index',
  'spans',
  'type',
  'start',
  'end',
  'text',
  'annotator',
  'annotator_id',
]
const spanTail = [
  'note',
  'created_at',
  'updated_at',
  'origin',
  'origin_details',
  'annotation_external_id',
]
const relationHead = [
  'relation_id',
  'external_id',
  'type',
  'from_article',
  'from_annotation',
  'to_article',
  'to_annotation',
  'annotator',
  'annotator_id',
  'created_at',
]
const articleHead = [
  'article_id',
  'external_id',
  'title',
  ...metadataFields,
  'other_metadata',
  'status',
  'annotations',
  'text',
]
const sourceHead = ['source_id', 'external_id', 'name', 'kind', 'aliases']

/** Four tables: one row a span, and beside it the articles with their text, the relations and the sources. */
export const csv: ExportFormat = {
  name: 'csv',
  label: 'Tables (CSV)',
  description:
    'spans.csv with one row a span; articles, relations and sources in tables of their own.',
  offsetUnit: 'codepoint',
  hasOffsetChoice: true,
  newline: 'CRLF',
  canOmitText: true,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: {},
  start: context => ({
    begin: () => head(context),
    article: article => rowsOf(article, context),
    end: () => [],
  }),
}

function head(context: ExportContext): ExportPiece[] {
  return [
    {
      file: 'spans.csv',
      text: csvRecord([
        ...spanHead,
        ...attributeColumns(context.codebook).map(column => column.name),
        ...spanTail,
      ]),
    },
    { file: 'articles.csv', text: csvRecord(articleHead) },
    { file: 'relations.csv', text: csvRecord(relationHead) },
    { file: 'sources.csv', text: csvRecord(sourceHead) + sourceRecords(context) },
  ]
}

function rowsOf(
  article: ExportArticle,
  context: ExportContext,
): ReturnType<ExportWriter['article']> {
  const { carried, losses } = splitRelations(article, context)
  const columns = attributeColumns(context.codebook)
  return {
    pieces: [
      { file: 'spans.csv', text: spanRecords(article, context) },
      { file: 'articles.csv', text: articleRecord(article, context) },
      { file: 'relations.csv', text: relationRecords(carried, context) },
    ],
    losses: [
      ...losses,
      ...attributeLosses(article, columns),
      ...unknownKeyLosses(article),
      ...articleNoteLosses(article),
    ],
  }
}

function spanRecords(article: ExportArticle, context: ExportContext): string {
  const offsetOf = offsetWriter(article.text, context.offsetUnit)
  const columns = attributeColumns(context.codebook)
  const before: Cell[] = [
    article.id,
    article.externalId,
    article.title,
    metadataCell(article.metadata, 'published'),
    metadataCell(article.metadata, 'publisher'),
  ]
  return article.annotations
    .toSorted(compareAnnotations)
    .flatMap(annotation => {
      const attributes = columns.map(column => attributeCell(annotation, column, context.sources))
      return annotation.spans.map(({ start, end }, index) =>
        csvRecord([
          ...before,
          annotation.id,
          index + 1,
          annotation.spans.length,
          annotation.type,
          offsetOf(start),
          offsetOf(end),
          article.text.slice(start, end),
          annotatorName(annotation.annotator, context),
          annotation.annotator,
          ...attributes,
          ...annotationTail(annotation),
        ]),
      )
    })
    .join('')
}

function annotationTail(annotation: Annotation): Cell[] {
  const { by, ...details } = annotation.origin
  return [
    annotation.note,
    annotation.createdAt,
    annotation.updatedAt,
    by,
    Object.keys(details).length === 0 ? undefined : jsonLine(withSortedKeys(details)),
    annotation.externalId,
  ]
}

function articleRecord(article: ExportArticle, context: ExportContext): string {
  const known: readonly string[] = metadataFields
  const others = Object.entries(article.metadata).filter(([field]) => !known.includes(field))
  return csvRecord([
    article.id,
    article.externalId,
    article.title,
    ...metadataFields.map(field => metadataCell(article.metadata, field)),
    others.length === 0
      ? undefined
      : jsonLine(
          withSortedKeys(Object.fromEntries(others.map(([field, entry]) => [field, entry.value]))),
        ),
    jsonLine(begunStatus(article.status)),
    article.annotations.length,
    context.includesText ? article.text : undefined,
  ])
}

function relationRecords(relations: readonly Owned<Relation>[], context: ExportContext): string {
  return relations
    .toSorted((a, b) => compareText(a.id, b.id))
    .map(relation =>
      csvRecord([
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
      ]),
    )
    .join('')
}

function sourceRecords(context: ExportContext): string {
  return [...context.sources.values()]
    .sort((a, b) => compareText(a.id, b.id))
    .map(({ id, externalId, name, kind, aliases }) =>
      csvRecord([id, externalId, name, kind, jsonLine(aliases)]),
    )
    .join('')
}

/** The name of whose work it is; the id when the project does not know the name. */
function annotatorName(id: AnnotatorId, context: ExportContext): string {
  return context.annotators.get(id)?.name ?? id
}

function metadataCell(metadata: Metadata, field: string): Cell {
  return Object.hasOwn(metadata, field) ? metadata[field]?.value : undefined
}
