import type { ExportContext } from '../format'
import { jsonLine } from '../json-text'
import type { Column } from './columns'
import { featureLines } from './columns'
import type { TableName } from './tables'

/** A file of the dataset as the card names it. */
export type CardFile = { readonly table: TableName; readonly split: string; readonly path: string }

const about: Readonly<Record<TableName, string>> = {
  articles: 'one row an article with its text, and its spans as a list of records',
  spans: 'one row a span of an annotation, with a column for each attribute',
  relations: 'one row a relation between two annotations',
  sources: 'one row a person, organisation or group that is quoted or claims something',
}

/**
 * `README.md`: the dataset card that the `datasets` library and the Hugging Face hub read. Words of the user
 * are JSON strings in its YAML, which YAML 1.2 takes as they are. The licence is not ours to choose.
 */
export function datasetCard(
  context: ExportContext,
  files: readonly CardFile[],
  columns: Readonly<Record<TableName, readonly Column[]>>,
): string {
  const tables = [...new Set(files.map(({ table }) => table))]
  return `${[
    '---',
    '# Say here under which licence you give the dataset away, such as cc-by-4.0:',
    '# license:',
    `pretty_name: ${jsonLine(context.projectName)}`,
    'task_categories:',
    '- token-classification',
    ...configLines(tables, files),
    ...infoLines(tables, columns),
    '---',
    '',
    `# ${heading(context.projectName)}`,
    '',
    'Annotated with Assay. Its tables:',
    '',
    ...tables.map(table => `- \`${table}\`: ${about[table]}.`),
    '',
    `Offsets are half-open, from 0, and count ${context.offsetUnit === 'codepoint' ? 'Unicode code points, as Python does' : 'UTF-16 code units, as JavaScript and Java do'}. The words of each span stand beside them.`,
    ...(context.includesText ? [] : ['', 'The text of the articles was left out.']),
    '',
    ...usageLines(tables, files),
  ].join('\n')}\n`
}

function configLines(tables: readonly TableName[], files: readonly CardFile[]): string[] {
  if (tables.length === 0) return []
  return [
    'configs:',
    ...tables.flatMap((table, index) => [
      `- config_name: ${table}`,
      ...(index === 0 ? ['  default: true'] : []),
      '  data_files:',
      ...files
        .filter(file => file.table === table)
        .flatMap(({ split, path }) => [`  - split: ${split}`, `    path: ${path}`]),
    ]),
  ]
}

function infoLines(
  tables: readonly TableName[],
  columns: Readonly<Record<TableName, readonly Column[]>>,
): string[] {
  if (tables.length === 0) return []
  return [
    'dataset_info:',
    ...tables.flatMap(table => [
      `- config_name: ${table}`,
      '  features:',
      ...featureLines(columns[table], '  '),
    ]),
  ]
}

function usageLines(tables: readonly TableName[], files: readonly CardFile[]): string[] {
  const table = tables.includes('spans') ? 'spans' : tables[0]
  const first = files.find(file => file.table === table)
  if (table === undefined || first === undefined) return ['It holds no article.']
  return [
    '```python',
    'from datasets import load_dataset',
    '',
    `${table} = load_dataset(".", "${table}", split="${first.split}")`,
    '```',
  ]
}

/** Words of the user on one line, without what Markdown would read as marks. */
function heading(words: string): string {
  return words.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|]/g, String.raw`\$&`)
}
