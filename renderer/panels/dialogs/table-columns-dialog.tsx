import { useEffect, useState } from 'react'
import type { ColumnChoice, ColumnField } from '../../../shared/article/table-columns'
import { columnFieldOf, columnFields } from '../../../shared/article/table-columns'
import { encodingLabel } from '../../../shared/article/encodings'
import { fieldsOf } from '../../../shared/codebook/codebook'
import type { ColumnQuestion } from '../../../shared/ipc/import-calls'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { answerColumns } from '../../state/exchanging'
import { codebookOf } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { countOf } from '../../values/count-text'
import { fieldLabels } from '../../../shared/article/field-labels'
import styles from './table-columns.module.css'

const labels = { text: 'Text of the article', title: 'Title', ...fieldLabels } as const

/** Something a column can be, in the user's words. */
type Offer = { readonly field: ColumnField; readonly label: string }

/** Which column of a table of articles is what, with its first rows to see it by; of a workbook also which sheet. */
export function TableColumnsDialog({ question }: { readonly question: ColumnQuestion }) {
  const { id, name, parts } = question
  const [at, setAt] = useState(question.part)
  const [choices, setChoices] = useState<readonly ColumnChoice[]>(parts.map(part => part.choice))
  const own = fieldsOf(useWorkbench(codebookOf))
  const offers: readonly Offer[] = [
    ...columnFields.map(field => ({ field, label: labels[field] })),
    ...own.map(field => ({ field: columnFieldOf(field), label: field.label })),
  ]
  const part = parts[at] ?? parts[0]
  const choice = choices[at] ?? {}
  const isUncertain = parts.length > 1 && part?.encoding !== undefined
  const leaveOut = (): void => {
    answerColumns(id, at, undefined)
  }
  useEffect(
    () => () => {
      // Another dialog took its place: the import must not wait for an answer. A second answer counts for nothing.
      answerColumns(id, 0, undefined)
    },
    [id],
  )
  if (part === undefined) return null
  return (
    <Modal title="Columns of the table" isBroad onClose={leaveOut}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (choice.text !== undefined) answerColumns(id, at, choice)
        }}
      >
        <p className={styles['about']}>
          “{name}” has {countOf(part.total, 'row')}
          {part.sheets.length > 0 && ' here'}, and each becomes an article. Say what its columns
          are; the choice is remembered for tables with the same columns. Every article keeps its
          whole row.
        </p>
        {isUncertain && (
          <p className={styles['about']}>
            Its encoding is not certain: choose the one in which its words read right.
          </p>
        )}
        {parts.length > 1 && (
          <label className={styles['sheet']}>
            <span>{isUncertain ? 'Encoding' : 'Sheet'}</span>
            <select
              value={at}
              onChange={({ target }) => {
                setAt(Number(target.value))
              }}
            >
              {parts.map((offered, index) => (
                <option key={index} value={index}>
                  {partLabel(offered)}
                </option>
              ))}
            </select>
          </label>
        )}
        <ul className={styles['columns']}>
          {part.columns.map((column, index) => (
            <Column
              key={column}
              name={column}
              cells={part.rows.map(row => row[index] ?? '')}
              offers={offers}
              field={offers.find(({ field }) => choice[field] === column)?.field}
              onChoose={field => {
                setChoices(choices.with(at, withField(choice, column, field)))
              }}
            />
          ))}
        </ul>
        {choice.text === undefined && (
          <p className={styles['about']} role="status">
            Choose the column that holds the text of the articles.
          </p>
        )}
        <ModalActions>
          <Button onClick={leaveOut}>Leave the table out</Button>
          <Button tone="primary" type="submit" disabled={choice.text === undefined}>
            Import {countOf(part.total, 'article')}
          </Button>
        </ModalActions>
      </form>
    </Modal>
  )
}

function partLabel({ sheets, total, isHidden, encoding }: ColumnQuestion['parts'][number]): string {
  if (encoding !== undefined) return encodingLabel(encoding)
  const names = sheets.length === 1 ? sheets.join('') : `${sheets.join(', ')} together`
  return `${names} (${countOf(total, 'row')}${isHidden ? ', hidden' : ''})`
}

function Column({
  name,
  cells,
  offers,
  field,
  onChoose,
}: {
  readonly name: string
  readonly cells: readonly string[]
  readonly offers: readonly Offer[]
  readonly field: ColumnField | undefined
  readonly onChoose: (field: ColumnField | undefined) => void
}) {
  return (
    <li className={styles['column']} data-used={field !== undefined}>
      <label className={styles['choice']}>
        <span className={styles['name']}>{name}</span>
        <select
          value={field ?? ''}
          onChange={({ target }) => {
            onChoose(offers.find(offer => offer.field === target.value)?.field)
          }}
        >
          <option value="">Left out</option>
          {offers.map(offer => (
            <option key={offer.field} value={offer.field}>
              {offer.label}
            </option>
          ))}
        </select>
      </label>
      <ol className={styles['cells']} aria-label={`First rows of ${name}`}>
        {cells.map((cell, index) => (
          <li key={index} data-empty={cell === ''}>
            {cell === '' ? 'nothing' : cell}
          </li>
        ))}
      </ol>
    </li>
  )
}

/** A column is one thing, and a thing is one column: the last choice wins. */
function withField(
  choice: ColumnChoice,
  column: string,
  field: ColumnField | undefined,
): ColumnChoice {
  const others = Object.fromEntries(
    Object.entries(choice).filter(([known, taken]) => known !== field && taken !== column),
  ) as ColumnChoice
  return field === undefined ? others : { ...others, [field]: column }
}
