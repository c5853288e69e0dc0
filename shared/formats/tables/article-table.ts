import { metadataFields } from '../../article/article'
import type { Metadata, MetadataField } from '../../article/article'
import { begunStatus } from '../begun-status'
import type { ExportArticle, ExportContext } from '../format'
import { jsonLine, withSortedKeys } from '../json-text'
import type { Cell, Row, Table } from './column'

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

/** One row for each article, also for one without annotations. */
export const articleTable: Table = {
  name: 'articles',
  description: 'One row for each article, with its text.',
  columns: [
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
  ],
  primaryKey: ['article_id'],
  foreignKeys: [],
}

/** The row of `article`; the last cell is its text, empty when the export leaves texts out. */
export function articleRow(article: ExportArticle, context: ExportContext): Row {
  const known: readonly string[] = metadataFields
  const others = Object.entries(article.metadata).filter(([field]) => !known.includes(field))
  return [
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
  ]
}

/** The value of a metadata field, or an empty cell. */
export function metadataCell(metadata: Metadata, field: string): Cell {
  return Object.hasOwn(metadata, field) ? metadata[field]?.value : undefined
}
