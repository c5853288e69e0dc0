import path from 'node:path'
import { separatedRows, separatorOf } from './separated-values'

/** The text of each cell that has one, by the name of its column; else why the row cannot be read, as the end of a sentence. */
export type RowValues = ReadonlyMap<string, string> | { readonly fault: string }

const linesOfJson = ['.jsonl', '.ndjson']
const separated = ['.csv', '.tsv', '.tab']
const workbooks = ['.xlsx', '.xlsm', '.ods']

/** Extensions of tables of articles, with their dot, in lower case. */
export const tableExtensions: readonly string[] = [
  ...separated,
  ...linesOfJson,
  '.json',
  ...workbooks,
]

/** Whether a file can be a table of articles, and which, by its name. */
export function tableKind(
  name: string,
): 'separated' | 'json-lines' | 'json' | 'workbook' | undefined {
  const extension = path.extname(name).toLowerCase()
  if (separated.includes(extension)) return 'separated'
  if (linesOfJson.includes(extension)) return 'json-lines'
  if (workbooks.includes(extension)) return 'workbook'
  return extension === '.json' ? 'json' : undefined
}

/** The values in the bytes of a single row as `openTable` gives them: an object in JSON (also for a row of a sheet), or a head and one row. */
export function rowValues(bytes: Uint8Array, name: string): RowValues {
  const text = utf8(bytes)
  if (text === undefined) return { fault: 'its letters are not in UTF-8' }
  return tableKind(name) === 'separated' ? separatedValues(text) : jsonValues(text)
}

/** Names of columns from the first row: none twice, none empty. */
export function columnNames(cells: readonly string[]): string[] {
  const names: string[] = []
  for (const [index, cell] of cells.entries()) {
    const name = cell.trim() === '' ? `column ${index + 1}` : cell.trim()
    names.push(names.includes(name) ? `${name} (column ${index + 1})` : name)
  }
  return names
}

function separatedValues(text: string): RowValues {
  const [head, row] = separatedRows(text, separatorOf(text))
  const names = columnNames(head?.cells ?? [])
  const cells = row?.cells ?? []
  if (cells.slice(names.length).some(cell => cell !== ''))
    return {
      fault: `it has ${cells.length} cells, but the table has ${names.length} columns; most often a quotation mark is missing or one too many`,
    }
  return new Map(names.flatMap((name, index) => given(name, cells[index] ?? '')))
}

function jsonValues(text: string): RowValues {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { fault: 'it is not whole JSON' }
  }
  return isObject(parsed)
    ? new Map(valuesIn(parsed, ''))
    : { fault: 'it is no object with named values' }
}

/** How deep in each other objects of a row are looked into. */
const deepest = 4

/** What is in an object inside a row is called by both names, `meta.date`. */
function valuesIn(value: object, before: string, depth = 1): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const text = textOf(inner)
    if (text !== undefined) return given(`${before}${key}`, text)
    return depth < deepest && isObject(inner) ? valuesIn(inner, `${before}${key}.`, depth + 1) : []
  })
}

function given(name: string, text: string): [string, string][] {
  return text.trim() === '' ? [] : [[name, text]]
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value) || !value.every(item => typeof item === 'string')) return undefined
  // Sentences in a list are the paragraphs of a text, words are names or tags.
  const areParagraphs = value.some(
    item => item.length > longestName || /\s.*[.!?…。！？][”"»)]?$/u.test(item.trim()),
  )
  return value.join(areParagraphs ? '\n\n' : '; ')
}

/** Longest word of a list that is a name or a tag. */
const longestName = 60

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
