import path from 'node:path'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import { explainFileError } from '../../store/explain-error'
import { readRegularFile } from '../../store/read-regular-file'
import { isZip } from '../archive/zip-names'
import { decode } from '../decode'
import { encodingChoices } from '../encoding-choices'
import { LineTooLong, readLines } from '../read-lines'
import { largestArticleBytes } from '../read-article'
import type { Notice } from '../reader/stream-request'
import { RefusedFile } from '../refused-file'
import { jsonElements } from './json-elements'
import { columnNames, rowValues, tableKind } from './row-values'
import { separatedRows, separatorOf } from './separated-values'
import type { TableHead, TablePart } from './table-head'
import type { TableRow, TableWish } from './table-row'
import { workbookHead, workbookRows } from './workbook-rows'

/** Largest table that is decoded at once, in bytes; lines of JSON are read one after the other, whatever the size. */
const largestBytes = 100 * 1024 * 1024
/** So many first rows are looked into for the names of columns. */
const sampleRows = 50
/** A table in an uncertain encoding is shown in those that it may be in, unless it is longer than this, in bytes. */
const largestUnsureBytes = 1024 * 1024
/** What is kept of a cell of these rows, in characters. */
const sampleLength = 2000

/** Look into a table of articles. Fails with a sentence for the user when it is none. */
export function openTable(wish: TableWish, at: Notice): Result<TableHead> {
  const name = path.basename(wish.file)
  return orWhyNot(name, () => {
    const opened = openedTable(wish)
    if (!opened.ok) return opened
    const { workbook, rows, remarks = [], columns = [] } = opened.value
    if (workbook !== undefined) {
      const parts = workbookHead(workbook, name, part => summed(part.rows(), part, at))
      return parts.length === 0 ? noRows(name) : succeed({ name, parts })
    }
    const encodings = opened.value.encodings ?? []
    const [current] = encodings
    const part = summed(rows, partOf({ columns, remarks }, current), at)
    const parts = [part, ...inOtherEncodings(wish, encodings.slice(1), at)]
    const read = parts.filter(found => found !== undefined)
    return read.length === 0 ? noRows(name) : succeed({ name, parts: read })
  })
}

/** Its rows in the order of the file, one at a time; ends with a failure when the rest cannot be read. */
export function* tableRows(
  wish: TableWish,
  at: Notice,
): Generator<TableRow, Result<object>, undefined> {
  const name = path.basename(wish.file)
  try {
    const opened = openedTable(wish)
    if (!opened.ok) return opened
    const { workbook, rows } = opened.value
    for (const row of workbook === undefined ? rows : workbookRows(workbook, name, wish.sheets)) {
      at(row.name)
      yield row
    }
    return succeed({})
  } catch (error) {
    return whyNot(name, error)
  }
}

/** The table as it reads in encodings that it may be in, too. */
function inOtherEncodings(
  wish: TableWish,
  encodings: readonly string[],
  at: Notice,
): (TablePart | undefined)[] {
  return encodings.map(encoding => {
    const opened = openedTable({ ...wish, encoding })
    if (!opened.ok) return undefined
    const { rows, columns = [] } = opened.value
    return summed(rows, partOf({ columns, remarks: [] }, encoding), at)
  })
}

function partOf(
  known: { readonly columns: readonly string[]; readonly remarks: readonly string[] },
  encoding: string | undefined,
): Known {
  return {
    ...known,
    sheets: [],
    isHidden: false,
    ...(encoding === undefined ? {} : { encoding }),
  }
}

type Opened = {
  readonly workbook?: Uint8Array
  readonly rows: Iterable<TableRow>
  readonly remarks?: readonly string[]
  readonly columns?: readonly string[]
  /** Those it may be in, the likeliest first; only where that is not certain. */
  readonly encodings?: readonly string[]
}

function openedTable({ file, encoding: given }: TableWish): Result<Opened> {
  const name = path.basename(file)
  const kind = tableKind(name)
  if (kind === 'json-lines') return succeed({ rows: jsonLines(file, name) })
  const bytes = readRegularFile(file, largestBytes)
  if (kind === 'workbook' || isZip(bytes)) return succeed({ workbook: bytes, rows: [] })
  const decoded = decode(bytes, name, { given })
  if (!decoded.ok) return decoded
  const { encoding, encodingFrom, text, isUnsure } = decoded.value
  const encodings =
    isUnsure && bytes.length <= largestUnsureBytes
      ? encodingChoices(bytes, encoding).map(choice => choice.encoding)
      : []
  const remarks =
    encodingFrom === 'guessed'
      ? [`The encoding of “${name}” was not stated and was guessed to be ${encoding}.`]
      : []
  if (kind === 'json') return succeed({ rows: elements(text, name), remarks, encodings })
  const [head] = separatedRows(text, separatorOf(text))
  return succeed({
    rows: separatedLines(text, name),
    remarks,
    columns: columnNames(head?.cells ?? []),
    encodings,
  })
}

type Known = Pick<TablePart, 'sheets' | 'isHidden' | 'encoding'> & {
  readonly columns: readonly string[]
  readonly remarks: readonly string[]
}

function summed(rows: Iterable<TableRow>, known: Known, at: Notice): TablePart | undefined {
  const columns = new Set(known.columns)
  const sample: [string, string][][] = []
  let total = 0
  let bytes = 0
  for (const row of rows) {
    at(row.name)
    total += 1
    bytes += row.bytes.length
    if (known.sheets.length > 0 && bytes > mostSheetBytes)
      throw new RefusedFile('the cells of a sheet in it come to more than 512 MB of text')
    if (total > sampleRows) continue
    const values = rowValues(row.bytes, row.name)
    if ('fault' in values) continue
    for (const column of values.keys()) columns.add(column)
    sample.push([...values].map(([column, text]) => [column, text.slice(0, sampleLength)]))
  }
  return sample.length === 0
    ? undefined
    : { ...known, columns: [...columns], sample, total, remarks: [...known.remarks] }
}

/** Cells that share a text can make a small file a huge one. */
const mostSheetBytes = 512 * 1024 * 1024

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

function orWhyNot<Value>(name: string, open: () => Result<Value>): Result<Value> {
  try {
    return open()
  } catch (error) {
    return whyNot(name, error)
  }
}

function whyNot(name: string, error: unknown): ReturnType<typeof fail> {
  if (error instanceof LineTooLong) return noTable(name, 'one of its lines is longer than 25 MB')
  if (error instanceof RefusedFile) return noTable(name, error.message)
  if ((error as NodeJS.ErrnoException).code === 'ETOOBIG')
    return noTable(name, 'it is larger than 100 MB; as lines of JSON (.jsonl) it may be larger')
  return explainFileError(error, `“${name}” was not imported`)
}

function noRows(name: string): ReturnType<typeof fail> {
  return noTable(name, 'it holds no rows with named columns')
}

function noTable(name: string, why: string): ReturnType<typeof fail> {
  return fail(
    'unreadable',
    `“${name}” was not imported as a table of articles: ${why}. Nothing else has changed.`,
  )
}
