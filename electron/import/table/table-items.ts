import path from 'node:path'
import type { ColumnChoice } from '../../../shared/article/table-columns'
import { guessColumns } from '../../../shared/article/table-columns'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import type { ImportItem } from '../import-items'
import type { HowToRead } from '../read-article'
import type { ArticleReader } from '../reader/article-reader'
import type { AskColumns, OfferedPart, TableAnswer } from './ask-columns'
import { tableHeadSchema } from './table-head'
import type { TableWish } from './table-row'

/** The guess is taken as it is. */
export const takeGuess: AskColumns = ({ likeliest }) =>
  Promise.resolve(succeed({ part: likeliest, columns: likeliest.guessed }))

/** The rows of a table as things to import, and how many there are; asked about once. */
export async function tableItems(
  file: string,
  reader: ArticleReader,
  ask: AskColumns,
  { encoding, fields }: HowToRead = {},
): Promise<Result<{ readonly total: number; readonly items: AsyncIterable<ImportItem> }>> {
  const name = path.basename(file)
  const parts = await offeredParts({ file, encoding }, reader, fields)
  if (!parts.ok) return parts
  const likeliest = parts.value.find(({ guessed }) => guessed.text !== undefined) ?? parts.value[0]
  if (likeliest === undefined) return noColumn(name, [])
  const chosen = await ask({ name, parts: parts.value, likeliest })
  if (!chosen.ok) return chosen
  const { part, columns } = chosen.value
  if (columns.text === undefined) return noColumn(name, part.columns)
  const { sheets } = part
  const remarks = [...part.remarks, ...otherSheets(part, parts.value)]
  return succeed({
    total: part.total,
    items: itemsOf(
      { file, sheets, encoding: part.encoding ?? encoding },
      { part: { ...part, remarks }, columns },
      reader,
    ),
  })
}

async function offeredParts(
  wish: TableWish,
  reader: ArticleReader,
  fields: HowToRead['fields'],
): Promise<Result<readonly OfferedPart[]>> {
  const name = path.basename(wish.file)
  const head = reader.stream({ kind: 'table', ...wish })
  const first = await head.next()
  await head.return(undefined)
  if (first.done === true) return { ok: false, error: first.value ?? broken(name).error }
  const read = tableHeadSchema.safeParse(first.value.value)
  if (!read.success) return broken(name)
  return succeed(
    read.data.parts.map(part => {
      const sample = part.sample.map(row => new Map(row))
      return { ...part, guessed: guessColumns(part.columns, sample, fields) }
    }),
  )
}

async function* itemsOf(
  wish: TableWish,
  { part, columns }: TableAnswer,
  reader: ArticleReader,
): AsyncGenerator<ImportItem> {
  let remarks: readonly string[] = part.remarks
  const rows = reader.stream({ kind: 'rows', ...wish })
  try {
    for (;;) {
      const row = await rows.next()
      if (row.done === true) {
        if (row.value !== undefined) yield unreadItem(wish.file, columns, row.value)
        return
      }
      const { value: name, bytes } = row.value
      if (typeof name !== 'string' || bytes === undefined) {
        yield unreadItem(wish.file, columns, broken(path.basename(wish.file)).error)
        return
      }
      yield { name, load: () => succeed(bytes), columns, remarks }
      remarks = []
    }
  } finally {
    await rows.return(undefined)
  }
}

/** Stands for the rest of a table that could not be read. */
function unreadItem(
  file: string,
  columns: ColumnChoice,
  error: ReturnType<typeof fail>['error'],
): ImportItem {
  return { name: path.basename(file), load: () => ({ ok: false, error }), columns }
}

function otherSheets(chosen: OfferedPart, parts: readonly OfferedPart[]): string[] {
  const taken = new Set(chosen.sheets)
  const others = new Set(parts.flatMap(({ sheets }) => sheets).filter(name => !taken.has(name)))
  const list = Array.from(others, name => `“${name}”`).join(', ')
  return others.size === 0 ? [] : [`Sheets that were not read: ${list}.`]
}

function noColumn(name: string, columns: readonly string[]): ReturnType<typeof fail> {
  return fail(
    'refused',
    `“${name}” was not imported: none of its columns looks like the text of an article. It has: ${columns.join(', ')}. Import it in the window and choose the column, or name it with --columns text=….`,
  )
}

function broken(name: string): ReturnType<typeof fail> {
  return fail(
    'unreadable',
    `“${name}” was not imported: it is damaged, or made to look like what it is not, so that its reader broke. Nothing else has changed.`,
  )
}
