import { randomUUID } from 'node:crypto'
import type { ColumnChoice } from '../../shared/article/table-columns'
import { choiceWithin } from '../../shared/article/table-columns'
import type { ColumnQuestion } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { AskColumns, TableQuestion } from '../import/table/ask-columns'
import type { Settings } from '../settings'

/** Rows of a table that the window shows, and characters of a cell. */
const shownRows = 5
const shownCharacters = 160

/** Asks the window about the columns of tables, and remembers the answers by the names of the columns. */
export type ColumnQuestions = {
  /** For one import: tables with the same columns are asked about once. */
  readonly asker: (signal: AbortSignal | undefined) => AskColumns
  /** What the window answered; without columns the table stays out. */
  readonly answer: (id: string, columns: ColumnChoice | undefined) => void
}

export function columnQuestions(
  settings: Pick<Settings, 'columns' | 'rememberColumns'>,
  show: (question: ColumnQuestion) => void,
): ColumnQuestions {
  const waiting = new Map<string, (columns: ColumnChoice | undefined) => void>()

  const askWindow = async (question: TableQuestion): Promise<ColumnChoice | undefined> => {
    const { name, columns, sample, total, guessed } = question
    const remembered = settings.columns(columns)
    const id = randomUUID()
    const answered = new Promise<ColumnChoice | undefined>(resolve => waiting.set(id, resolve))
    show({
      id,
      name,
      total,
      columns: [...columns],
      rows: sample
        .slice(0, shownRows)
        .map(row => columns.map(column => (row.get(column) ?? '').slice(0, shownCharacters))),
      choice: remembered === undefined ? guessed : choiceWithin(remembered, columns),
    })
    const chosen = await answered
    if (chosen !== undefined) settings.rememberColumns(columns, chosen)
    return chosen
  }

  return {
    asker: signal => {
      const answers = new Map<string, Result<ColumnChoice>>()
      signal?.addEventListener('abort', () => {
        for (const id of [...waiting.keys()]) settle(id, undefined)
      })
      return async question => {
        const key = JSON.stringify(question.columns)
        const known = answers.get(key)
        if (known?.ok === true) return known
        const chosen = await askWindow(question)
        const answer: Result<ColumnChoice> =
          chosen === undefined
            ? fail('cancelled', `“${question.name}” was left out, as you chose.`)
            : succeed(choiceWithin(chosen, question.columns))
        answers.set(key, answer)
        return answer
      }
    },
    answer: settle,
  }

  function settle(id: string, columns: ColumnChoice | undefined): void {
    waiting.get(id)?.(columns)
    waiting.delete(id)
  }
}
