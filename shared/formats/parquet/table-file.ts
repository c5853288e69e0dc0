import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'
import type { Column, Value } from './columns'
import { featuresOf, schemaOf } from './columns'

/** A row group is written when this many characters or rows wait: it bounds memory, and is what readers skip by. */
const groupCharacters = 4 * 1024 * 1024
const groupRows = 20_000

/** One Parquet file that is written row by row. */
export type TableFile = {
  /** Takes rows, each with its values in the order of the columns; gives the bytes that are ready, if any. */
  readonly add: (rows: readonly (readonly Value[])[]) => Uint8Array[]
  /** The rest of the file. */
  readonly end: () => Uint8Array[]
}

/**
 * Begin a Parquet file with these columns, compressed with Snappy, which every reader knows. `metadata` are key-value
 * pairs of the file; the columns as the `datasets` library describes them come to it.
 */
export function tableFile(
  columns: readonly Column[],
  metadata: Readonly<Record<string, string>>,
): TableFile {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    createdBy: 'Assay',
    kvMetadata: [
      ...Object.entries(metadata).map(([key, value]) => ({ key, value })),
      { key: 'huggingface', value: JSON.stringify({ info: { features: featuresOf(columns) } }) },
    ],
  })
  let waiting = columns.map((): Value[] => [])
  let rows = 0
  let characters = 0

  const taken = (): Uint8Array[] => {
    const ready = bytes.getBytes().slice()
    bytes.index = 0
    return ready.length === 0 ? [] : [ready]
  }
  const writeGroup = (): Uint8Array[] => {
    if (rows === 0) return []
    const columnData = columns.map(({ name }, index) => ({ name, data: waiting[index] ?? [] }))
    // Synchronous: the writer waits only for a sink that does.
    void writer.write({ columnData, rowGroupSize: rows })
    waiting = columns.map(() => [])
    rows = 0
    characters = 0
    return taken()
  }
  return {
    add: added => {
      const ready: Uint8Array[] = []
      for (const row of added) {
        row.forEach((value, index) => {
          waiting[index]?.push(value)
          characters += sizeOf(value)
        })
        rows += 1
        if (rows >= groupRows || characters >= groupCharacters) ready.push(...writeGroup())
      }
      return ready
    },
    end: () => {
      const last = writeGroup()
      void writer.finish()
      return [...last, ...taken()]
    },
  }
}

/** About how many characters a value holds, for the size of a row group. */
function sizeOf(value: Value): number {
  if (typeof value === 'string') return value.length
  if (!Array.isArray(value)) return 4
  return value.reduce<number>(
    (sum, item: string | Record<string, Value>) =>
      sum +
      (typeof item === 'string'
        ? item.length
        : Object.values(item).reduce<number>((inner, field) => inner + sizeOf(field), 0)),
    0,
  )
}
