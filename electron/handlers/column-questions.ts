import { randomUUID } from 'node:crypto'
import type { ColumnChoice } from '../../shared/article/table-columns'
import { choiceWithin } from '../../shared/article/table-columns'
import type { ColumnQuestion } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type {
  AskColumns,
  OfferedPart,
  TableAnswer,
  TableQuestion,
} from '../import/table/ask-columns'
import type { Settings } from '../settings'

/** Rows of a table that the window shows, and characters of a cell. */
const shownRows = 5
const shownCharacters = 160

/** What the window says: the part by its place, and its columns; without them the table stays out. */
type Answer = { readonly part: number; readonly columns: ColumnChoice | undefined }

/** Asks the window about the columns of tables, and remembers the answers by the names of the columns. */
export type ColumnQuestions = {
  /** For one import: tables with the same sheets and columns are asked about once. */
  readonly asker: (signal: AbortSignal | undefined) => AskColumns
  readonly answer: (id: string, answer: Answer) => void
}

export function columnQuestions(
  settings: Pick<Settings, 'columns' | 'rememberColumns'>,
  show: (question: ColumnQuestion) => void,
): ColumnQuestions {
  const waiting = new Map<string, (answer: Answer) => void>()

  const askWindow = async ({ name, parts, likeliest }: TableQuestion): Promise<Answer> => {
    const id = randomUUID()
    const answered = new Promise<Answer>(resolve => waiting.set(id, resolve))
    show({
      id,
      name,
      parts: parts.map(part => shown(part, settings.columns(part.columns))),
      part: parts.indexOf(likeliest),
    })
    const answer = await answered
    const chosen = parts[answer.part]
    if (answer.columns !== undefined && chosen !== undefined)
      settings.rememberColumns(chosen.columns, answer.columns)
    return answer
  }

  return {
    asker: signal => {
      const answers = new Map<string, Answer>()
      signal?.addEventListener('abort', () => {
        for (const id of [...waiting.keys()]) settle(id, { part: 0, columns: undefined })
      })
      return async question => {
        const key = JSON.stringify(
          question.parts.map(({ sheets, encoding, columns }) => [sheets, encoding, columns]),
        )
        const answer = answers.get(key) ?? (await askWindow(question))
        if (answer.columns !== undefined) answers.set(key, answer)
        return answerFor(question, answer)
      }
    },
    answer: settle,
  }

  function settle(id: string, answer: Answer): void {
    waiting.get(id)?.(answer)
    waiting.delete(id)
  }
}

function shown(
  { sheets, isHidden, encoding, total, columns, sample, guessed }: OfferedPart,
  remembered: ColumnChoice | undefined,
): ColumnQuestion['parts'][number] {
  const rows = sample.slice(0, shownRows).map(row => new Map(row))
  return {
    sheets,
    isHidden,
    ...(encoding === undefined ? {} : { encoding }),
    total,
    columns,
    rows: rows.map(row => columns.map(column => (row.get(column) ?? '').slice(0, shownCharacters))),
    choice: remembered === undefined ? guessed : choiceWithin(remembered, columns),
  }
}

function answerFor({ name, parts }: TableQuestion, { part, columns }: Answer): Result<TableAnswer> {
  const chosen = parts[part]
  return columns === undefined || chosen === undefined
    ? fail('cancelled', `“${name}” was left out, as you chose.`)
    : succeed({ part: chosen, columns: choiceWithin(columns, chosen.columns) })
}
