import type { Relation } from '../../annotation/annotation'
import { compareText } from '../../annotation/annotation'
import type { ExportContext, Owned } from '../format'
import { annotatorName } from './annotator-name'
import type { Column, Row, Table } from './column'

const columns: readonly Column[] = [
  ['relation_id', 'Id of the relation.', true] as const,
  ['external_id', 'Id of the relation where it came from.', false] as const,
  ['type', 'Key of the relation kind in the codebook.', true] as const,
  ['from_article', 'Article of the annotation it goes out from.', true] as const,
  ['from_annotation', 'Annotation it goes out from.', true] as const,
  ['to_article', 'Article of the annotation it leads to.', true] as const,
  ['to_annotation', 'Annotation it leads to.', true] as const,
  ['annotator', 'Name of the annotator.', true] as const,
  ['annotator_id', 'Id of the annotator.', true] as const,
].map(([name, description, isRequired]) => ({ name, kind: 'words', description, isRequired }))

/** One row for each relation between two annotations; `spans` is what the table of spans is called. */
export function relationTable(spans = 'spans'): Table {
  return {
    name: 'relations',
    description: 'One row for each relation between two annotations.',
    columns: [
      ...columns,
      {
        name: 'created_at',
        kind: 'time',
        description: 'When the relation was made, UTC.',
        isRequired: true,
      },
    ],
    primaryKey: ['relation_id'],
    foreignKeys: (['from', 'to'] as const).map(end => ({
      columns: [`${end}_article`, `${end}_annotation`],
      table: spans,
      theirs: ['article_id', 'annotation_id'],
    })),
  }
}

/** The rows of these relations, ordered by id. */
export function relationRows(relations: readonly Owned<Relation>[], context: ExportContext): Row[] {
  return relations
    .toSorted((a, b) => compareText(a.id, b.id))
    .map(relation => [
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
    ])
}
