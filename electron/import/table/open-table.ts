import path from 'node:path'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import { explainFileError } from '../../store/explain-error'
import { readRegularFile } from '../../store/read-regular-file'
import { decode } from '../decode'
import { LineTooLong, readLines } from '../read-lines'
import { largestArticleBytes } from '../read-article'
import { jsonElements } from './json-elements'
import { columnNames, rowValues, tableKind } from './row-values'
import { separatedRows, separatorOf } from './separated-values'

/** One row, cut out of its table and complete in itself. */
export type TableRow = {
  /** For people and for its kind: `line 12 of reports.csv`. */
  readonly name: string
  /** UTF-8: an object in JSON as it stands in the file, or the head of the table and the row below it. */
  readonly bytes: Uint8Array
}

/** A table of articles on disk, of which memory holds no row for long. */
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  /** Some first rows that can be read, each by column. */
  readonly sample: readonly ReadonlyMap<string, string>[]
  readonly total: number
  /** Sentences about the file as a whole. */
  readonly remarks: readonly string[]
  /** Every row in the order of the file, cut out of the file anew. */
  readonly rows: () => Iterable<TableRow>
}

/** Largest table that is decoded at once, in bytes; lines of JSON are read one after the other, whatever the size. */
const largestBytes = 100 * 1024 * 1024
/** So many first rows are looked into for the names of columns. */
const sampleRows = 50

/** Open a table of articles. Fails with a sentence for the user when it is none. */
export function openTable(file: string): Result<Table> {
  const name = path.basename(file)
  try {
    const kind = tableKind(name)
    if (kind === 'json-lines') return summed(name, () => jsonLines(file, name), [])
    const decoded = decode(readRegularFile(file, largestBytes), name)
    if (!decoded.ok) return decoded
    const { encoding, encodingFrom, text } = decoded.value
    const remarks =
      encodingFrom === 'guessed'
        ? [`The encoding of “${name}” was not stated and was guessed to be ${encoding}.`]
        : []
    // Decoded again when its rows are asked for: of many tables only one is in memory.
    const again = (): string => decodedAgain(file, name)
    if (kind === 'json') return summed(name, () => elements(again(), name), remarks)
    const [head] = separatedRows(text, separatorOf(text))
    return summed(
      name,
      () => separatedLines(again(), name),
      remarks,
      columnNames(head?.cells ?? []),
    )
  } catch (error) {
    if (error instanceof LineTooLong) return noTable(name, 'one of its lines is longer than 25 MB')
    if ((error as NodeJS.ErrnoException).code === 'ETOOBIG')
      return noTable(name, 'it is larger than 100 MB; as lines of JSON (.jsonl) it may be larger')
    return explainFileError(error, `“${name}” was not imported`)
  }
}

function summed(
  name: string,
  rows: () => Iterable<TableRow>,
  remarks: readonly string[],
  head?: readonly string[],
): Result<Table> {
  const columns = new Set<string>(head)
  const sample: ReadonlyMap<string, string>[] = []
  let total = 0
  for (const row of rows()) {
    total += 1
    if (total > sampleRows) continue
    const values = rowValues(row.bytes, row.name)
    if ('fault' in values) continue
    for (const column of values.keys()) columns.add(column)
    sample.push(values)
  }
  return sample.length === 0
    ? noTable(name, 'it holds no rows with named columns')
    : succeed({ name, columns: [...columns], sample, total, remarks, rows })
}

function decodedAgain(file: string, name: string): string {
  const decoded = decode(readRegularFile(file, largestBytes), name)
  return decoded.ok ? decoded.value.text : ''
}

function* jsonLines(file: string, name: string): Generator<TableRow> {
  let line = 0
  for (const bytes of readLines(file, largestArticleBytes)) {
    line += 1
    if (bytes.some(byte => byte > 0x20)) yield { name: `line ${line} of ${name}`, bytes }
  }
}

function* separatedLines(text: string, name: string): Generator<TableRow> {
  let head: string | undefined
  for (const { line, start, end } of separatedRows(text, separatorOf(text))) {
    const raw = text.slice(start, end)
    if (head === undefined) head = raw
    else yield { name: `line ${line} of ${name}`, bytes: Buffer.from(`${head}\n${raw}\n`) }
  }
}

function* elements(text: string, name: string): Generator<TableRow> {
  let number = 0
  for (const { start, end } of jsonElements(text)) {
    number += 1
    yield { name: `object ${number} of ${name}`, bytes: Buffer.from(text.slice(start, end)) }
  }
}

function noTable(
  name: string,
  why: string,
): { ok: false; error: ReturnType<typeof fail>['error'] } {
  return fail(
    'unreadable',
    `“${name}” was not imported as a table of articles: ${why}. Nothing else has changed.`,
  )
}
