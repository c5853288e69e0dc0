import { compareText } from '../../annotation/annotation'
import type { ExportContext } from '../format'
import { jsonLine } from '../json-text'
import type { Row, Table } from './column'

/** One row for each source of the project. */
export const sourceTable: Table = {
  name: 'sources',
  description: 'One row for each person, organisation or group who says something.',
  columns: [
    { name: 'source_id', kind: 'words', description: 'Id of the source.', isRequired: true },
    { name: 'external_id', kind: 'words', description: 'Id of the source where it came from.' },
    { name: 'name', kind: 'words', description: 'Name of the source.', isRequired: true },
    {
      name: 'kind',
      kind: 'words',
      description: 'person, organisation, group or unknown.',
      isRequired: true,
    },
    {
      name: 'aliases',
      kind: 'list',
      description: 'Other names of the source, as JSON.',
      isRequired: true,
    },
  ],
  primaryKey: ['source_id'],
  foreignKeys: [],
}

/** The rows of all sources, ordered by id. */
export function sourceRows({ sources }: ExportContext): Row[] {
  return [...sources.values()]
    .sort((a, b) => compareText(a.id, b.id))
    .map(({ id, externalId, name, kind, aliases }) => [
      id,
      externalId,
      name,
      kind,
      jsonLine(aliases),
    ])
}
