import type { ExportContext, ExportFormat, ExportPiece, ExportWriter, Split } from '../format'
import { splitRelations, unknownKeyLosses } from '../losses'
import { codebookFile } from '../side-files'
import { attributeColumns } from './attribute-columns'
import type { CardFile } from './dataset-card'
import { datasetCard } from './dataset-card'
import type { TableFile } from './table-file'
import { tableFile } from './table-file'
import type { Row, TableName } from './tables'
import { rowsOf, sourceRows, tableColumns, tableNames } from './tables'

/** What Hugging Face calls the parts of a dataset. */
const splitNames: Readonly<Record<Split, string>> = {
  train: 'train',
  dev: 'validation',
  test: 'test',
}

/** Tables as Parquet files with a dataset card, in the layout of the Hugging Face hub. */
export const parquet: ExportFormat = {
  name: 'parquet',
  label: 'Dataset (Parquet)',
  description:
    'Parquet tables with a dataset card, for the datasets library, pandas, DuckDB and the Hugging Face hub.',
  offsetUnit: 'codepoint',
  hasOffsetChoice: true,
  newline: 'LF',
  canOmitText: true,
  hasSpreadsheetOption: false,
  splits: 'own',
  losses: {},
  start: context => parquetWriter(context),
}

function parquetWriter(context: ExportContext): ExportWriter {
  const fixed = tableColumns([], context.codebook).spans.map(({ name }) => name)
  const attributes = attributeColumns(context, fixed)
  const columns = tableColumns(attributes, context.codebook)
  const open = new Map<string, CardFile & { readonly file: TableFile }>()
  // A file begins with its first row: readers of datasets stumble over files without any.
  const add = (table: TableName, split: string, rows: readonly Row[]): ExportPiece[] => {
    if (rows.length === 0) return []
    const path = `${table}/${split}-00000-of-00001.parquet`
    let known = open.get(path)
    if (known === undefined) {
      const metadata = { offset_unit: context.offsetUnit, project: context.projectName, table }
      known = { table, split, path, file: tableFile(columns[table], metadata) }
      open.set(path, known)
    }
    return piecesOf(path, known.file.add(rows))
  }
  return {
    begin: () => [{ file: 'codebook.json', text: codebookFile(context.codebook) }],
    article: article => {
      const split = splitNames[splitOf(context, article.split)]
      const { carried, losses } = splitRelations(article, context)
      const rows = rowsOf(article, carried, context, attributes)
      return {
        pieces: [
          ...add('articles', split, rows.articles),
          ...add('spans', split, rows.spans),
          ...add('relations', split, rows.relations),
        ],
        losses: [...losses, ...unknownKeyLosses(article)],
      }
    },
    end: () => {
      const sources = add('sources', 'train', sourceRows(context.sources.values()))
      const files = [...open.values()].sort(byTableAndSplit)
      return [
        ...sources,
        ...files.flatMap(({ path, file }) => piecesOf(path, file.end())),
        { file: 'README.md', text: datasetCard(context, files, columns) },
      ]
    },
  }
}

/** A dataset that is not split is all `train`: the split that readers take when none is named. */
function splitOf({ splits }: ExportContext, split: Split | undefined): Split {
  if (splits.length === 0) return 'train'
  if (split === undefined) throw new RangeError('An article has no split in a split export')
  return split
}

function byTableAndSplit(a: CardFile, b: CardFile): number {
  const names = Object.values(splitNames)
  return (
    tableNames.indexOf(a.table) - tableNames.indexOf(b.table) ||
    names.indexOf(a.split) - names.indexOf(b.split)
  )
}

function piecesOf(file: string, ready: readonly Uint8Array[]): ExportPiece[] {
  return ready.map(bytes => ({ file, bytes }))
}
