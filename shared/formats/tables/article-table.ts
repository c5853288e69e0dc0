import { metadataFields } from '../../article/article'
import type { Metadata, MetadataField } from '../../article/article'
import type { ArticleField, Codebook, FieldKind } from '../../codebook/codebook'
import { fieldsOf } from '../../codebook/codebook'
import { begunStatus } from '../begun-status'
import type { ExportArticle, ExportContext } from '../format'
import { jsonLine, withSortedKeys } from '../json-text'
import type { Cell, Column, Row, Table } from './column'

const fieldWords: Readonly<Record<MetadataField, string>> = {
  subtitle: 'The line below its title.',
  published: 'Date of the article, as exact as it is known: 2022, 2022-01 or 2022-01-29.',
  updated: 'When it was last changed, as exact as it is known.',
  place: 'Where it was written.',
  agency: 'News agency it came from.',
  publisher: 'Who published it.',
  section: 'Part of the paper or site it stood in.',
  authors: 'Who wrote it.',
  url: 'Its address.',
  language: 'Its language.',
}

/** One row for each article, also for one without annotations; the project's own fields have a column each. */
export function articleTable(codebook: Codebook): Table {
  return {
    name: 'articles',
    description: 'One row for each article, with its text.',
    columns: articleColumns(codebook),
    primaryKey: ['article_id'],
    foreignKeys: [],
  }
}

function articleColumns(codebook: Codebook): Column[] {
  return [
    { name: 'article_id', kind: 'words', description: 'Id of the article.', isRequired: true },
    {
      name: 'external_id',
      kind: 'words',
      description: 'Id of the article where it came from.',
    },
    { name: 'title', kind: 'words', description: 'Title of the article.' },
    ...metadataFields.map(
      name => ({ name, kind: 'words', description: fieldWords[name] }) as const,
    ),
    ...fieldsOf(codebook).map(fieldColumn),
    {
      name: 'other_metadata',
      kind: 'object',
      description: 'Every other field of its metadata, as JSON.',
    },
    {
      name: 'status',
      kind: 'object',
      description: 'How far each annotator is, as JSON: in-progress or done by annotator id.',
      isRequired: true,
    },
    {
      name: 'annotations',
      kind: 'count',
      description: 'How many annotations of this export it has.',
      isRequired: true,
    },
    {
      name: 'text',
      kind: 'words',
      description: 'The text that start and end count in; line breaks are one LF.',
    },
  ]
}

/** The column of an own field of the project; words throughout, because a value may be older than what the field holds now. */
function fieldColumn({ key, label, kind, choices }: ArticleField): Column {
  const holds =
    kind === 'choice'
      ? `, one of: ${(choices ?? []).map(choice => `${choice.key} (${choice.label})`).join(', ')}`
      : fieldHolds[kind]
  return { name: `field.${key}`, kind: 'words', description: `${label}${holds}.` }
}

const fieldHolds: Readonly<Record<Exclude<FieldKind, 'choice'>, string>> = {
  text: '',
  number: ', a number',
  date: ', a date as exact as it is known',
  'yes-no': ', yes or no',
  url: ', a web address',
}

/** The row of `article`; the last cell is its text, empty when the export leaves texts out. */
export function articleRow(article: ExportArticle, context: ExportContext): Row {
  const fields = fieldsOf(context.codebook).map(({ key }) => key)
  const known: readonly string[] = [...metadataFields, ...fields]
  const others = Object.entries(article.metadata).filter(([field]) => !known.includes(field))
  return [
    article.id,
    article.externalId,
    article.title,
    ...[...metadataFields, ...fields].map(field => metadataCell(article.metadata, field)),
    others.length === 0
      ? undefined
      : jsonLine(
          withSortedKeys(Object.fromEntries(others.map(([field, entry]) => [field, entry.value]))),
        ),
    jsonLine(begunStatus(article.status)),
    article.annotations.length,
    context.includesText ? article.text : undefined,
  ]
}

/** The value of a metadata field, or an empty cell. */
export function metadataCell(metadata: Metadata, field: string): Cell {
  return Object.hasOwn(metadata, field) ? metadata[field]?.value : undefined
}
