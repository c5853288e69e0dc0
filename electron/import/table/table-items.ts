import type { ColumnChoice } from '../../../shared/article/table-columns'
import { guessColumns } from '../../../shared/article/table-columns'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import { explainFileError } from '../../store/explain-error'
import type { ImportItem } from '../import-items'
import type { AskColumns } from './ask-columns'
import type { Table } from './open-table'
import { openTable } from './open-table'

/** The guess is taken as it is. */
export const takeGuess: AskColumns = ({ guessed }) => Promise.resolve(succeed(guessed))

/** The rows of a table as things to import, and how many there are; asked about once. */
export async function tableItems(
  file: string,
  ask: AskColumns,
): Promise<Result<{ readonly total: number; readonly items: Iterable<ImportItem> }>> {
  const opened = openTable(file)
  if (!opened.ok) return opened
  const table = opened.value
  const guessed = guessColumns(table.columns, table.sample)
  const chosen = await ask({ ...table, guessed })
  if (!chosen.ok) return chosen
  if (chosen.value.text === undefined)
    return fail(
      'refused',
      `“${table.name}” was not imported: none of its columns looks like the text of an article. It has: ${table.columns.join(', ')}. Import it in the window and choose the column, or name it with --columns text=….`,
    )
  return succeed({ total: table.total, items: itemsOf(table, chosen.value) })
}

function* itemsOf(table: Table, columns: ColumnChoice): Generator<ImportItem> {
  let remarks = table.remarks
  try {
    for (const { name, bytes } of table.rows()) {
      yield { name, load: () => succeed(bytes), columns, remarks }
      remarks = []
    }
  } catch (error) {
    // It was there a moment ago; a bug has no code and goes on.
    const unread = explainFileError(error, `The rest of “${table.name}” was not imported`)
    yield { name: table.name, load: () => unread }
  }
}
