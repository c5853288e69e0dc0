import type { Difference } from '../../../shared/project/compare/difference'
import { useWorkbench } from '../../state/store'
import { countOf } from '../../values/count-text'
import styles from './differences.module.css'

/** What the three ways of being different are called, seen from one side or the other. */
export type DifferenceWords = Readonly<Record<Difference['change'], string>>

/** Differences between two versions, each with the words it is about. */
export function DifferenceList({
  label,
  differences,
  more,
  words,
}: {
  readonly label: string
  readonly differences: readonly Difference[]
  /** How many more there are. */
  readonly more: number
  readonly words: DifferenceWords
}) {
  return (
    <>
      <ul className={styles['list']} aria-label={label}>
        {differences.map((difference, index) => (
          <Row key={index} difference={difference} word={words[difference.change]} />
        ))}
      </ul>
      {more > 0 && <p className={styles['details']}>and {countOf(more, 'more', 'more')}</p>}
    </>
  )
}

function Row({ difference, word }: { readonly difference: Difference; readonly word: string }) {
  const { change, label, words, details, owner } = difference
  const by = useWorkbench(state => {
    if (owner === undefined || owner === state.opened?.annotator.id) return undefined
    for (const [id, { name }] of state.project?.annotators ?? []) if (id === owner) return name
    return undefined
  })
  return (
    <li className={styles['row']}>
      <span className={styles['change']} data-change={change}>
        {word}
      </span>
      <div className={styles['what']}>
        <p>
          {label}
          {words !== '' && (
            <>
              {' '}
              <span className={styles['words']} dir="auto">
                “{words}”
              </span>
            </>
          )}
          {by !== undefined && <span className={styles['details']}> by {by}</span>}
        </p>
        {details !== '' && (
          <p className={styles['details']} dir="auto">
            {details}
          </p>
        )}
      </div>
    </li>
  )
}
