import type { Annotation } from '../../annotation/annotation'
import { compareAnnotations } from '../../annotation/annotation'
import type { ExportArticle, ExportContext, OffsetUnit } from '../format'
import { jsonLine, withSortedKeys } from '../json-text'
import { offsetWriter } from '../offset-units'
import { annotatorName } from './annotator-name'
import { metadataCell } from './article-table'
import { attributeCell, attributeColumns, describedColumns } from './attribute-columns'
import type { Cell, Column, Row, Table } from './column'

const units: Readonly<Record<OffsetUnit, string>> = {
  codepoint: 'Unicode code points',
  utf16: 'UTF-16 code units',
}

/** One row for each span of an annotation: an interrupted quote has several, with the same `annotation_id`. */
export function spanTable({ codebook, offsetUnit }: ExportContext, name = 'spans'): Table {
  return {
    name,
    description:
      'One row for each span of an annotation; an interrupted quote has several rows with one annotation_id.',
    columns: [...headColumns(units[offsetUnit]), ...describedColumns(codebook), ...tailColumns],
    primaryKey: ['article_id', 'annotation_id', 'span_index'],
    foreignKeys: [{ columns: ['article_id'], table: 'articles', theirs: ['article_id'] }],
  }
}

/** The rows of `article`, ordered by annotation, then by span. */
export function spanRows(article: ExportArticle, context: ExportContext): Row[] {
  const offsetOf = offsetWriter(article.text, context.offsetUnit)
  const columns = attributeColumns(context.codebook)
  const before: Cell[] = [
    article.id,
    article.externalId,
    article.title,
    metadataCell(article.metadata, 'published'),
    metadataCell(article.metadata, 'publisher'),
  ]
  return article.annotations.toSorted(compareAnnotations).flatMap(annotation => {
    const attributes = columns.map(column => attributeCell(annotation, column, context.sources))
    return annotation.spans.map(({ start, end }, index) => [
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
      ...tailCells(annotation),
    ])
  })
}

function headColumns(unit: string): Column[] {
  return [
    words('article_id', 'Id of the article.', true),
    words('external_id', 'Id of the article where it came from.'),
    words('title', 'Title of the article.'),
    words('published', 'Date of the article, as exact as it is known.'),
    words('publisher', 'Publisher of the article.'),
    words('annotation_id', 'Id of the annotation.', true),
    count('span_index', 'Which of the annotation’s spans this is, from 1.'),
    count('spans', 'How many spans the annotation has.'),
    words('type', 'Key of the annotation’s type in the codebook.', true),
    count('start', `Where the span begins in the article’s text, from 0, in ${unit}.`),
    count('end', `Where the span ends, exclusive, in ${unit}.`),
    words('text', 'The words of the span, exactly as in the text.', true),
    words('annotator', 'Name of the annotator.', true),
    words('annotator_id', 'Id of the annotator.', true),
  ]
}

const tailColumns: readonly Column[] = [
  words('note', 'What the annotator wrote about it.'),
  time('created_at', 'When the annotation was made, UTC.'),
  time('updated_at', 'When it was last changed, UTC.'),
  words('origin', 'Who or what made it: person, import or suggestion.', true),
  { name: 'origin_details', kind: 'object', description: 'More about its origin, as JSON.' },
  words('annotation_external_id', 'Id of the annotation where it came from.'),
]

function tailCells(annotation: Annotation): Cell[] {
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

function words(name: string, description: string, isRequired = false): Column {
  return { name, kind: 'words', description, isRequired }
}

function count(name: string, description: string): Column {
  return { name, kind: 'count', description, isRequired: true }
}

function time(name: string, description: string): Column {
  return { name, kind: 'time', description, isRequired: true }
}
