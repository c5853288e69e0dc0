import { Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Choice } from '../../../shared/codebook/codebook'
import { passingKey, removedFrom, replacedIn } from '../../../shared/codebook/edit-codebook'
import { Button } from '../../controls/button'
import { IconButton } from '../../controls/icon-button'
import type { PartUse } from '../../../shared/project/codebook-uses'
import { writeCount } from '../../values/count-text'
import { wordsOfUse } from './part-in-use'
import { newId } from '../../state/new-id'
import styles from './codebook.module.css'

/** The choices of an attribute or a field, in their order: of an attribute the first nine have the digits. */
export function ChoiceList({
  choices,
  usedAs,
  usedBy = wordsOfUse,
  onChange,
}: {
  readonly choices: readonly Choice[]
  readonly usedAs: (choice: string) => PartUse | undefined
  /** How a use is said; by annotations unless said otherwise. */
  readonly usedBy?: (use: PartUse) => string
  readonly onChange: (choices: Choice[]) => void
}) {
  const list = useRef<HTMLUListElement>(null)
  const isAdding = useRef(false)
  const add = (): void => {
    isAdding.current = true
    onChange([...choices, { key: passingKey(newId()), label: '' }])
  }
  // As soon as it is drawn, so that no letter typed at once goes elsewhere.
  useEffect(() => {
    if (isAdding.current)
      list.current?.querySelector<HTMLInputElement>('li:nth-last-of-type(2) input')?.focus()
    isAdding.current = false
  }, [choices.length])
  return (
    <ul ref={list} className={styles['choices']} aria-label="Choices">
      {choices.map((choice, index) => (
        <li key={choice.key}>
          <input
            className={styles['input']}
            aria-label={`Choice ${String(index + 1)}`}
            value={choice.label}
            maxLength={100}
            onChange={event => {
              onChange(replacedIn(choices, { ...choice, label: event.target.value }))
            }}
            onKeyDown={event => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              add()
            }}
          />
          <Uses use={usedAs(choice.key)} usedBy={usedBy} />
          <IconButton
            label={`Delete choice ${choice.label === '' ? String(index + 1) : choice.label}`}
            icon={X}
            onClick={() => {
              onChange(removedFrom(choices, choice.key))
            }}
          />
        </li>
      ))}
      <li>
        <Button tone="quiet" onClick={add}>
          <Plus size={16} aria-hidden /> Add a choice
        </Button>
      </li>
    </ul>
  )
}

function Uses({
  use,
  usedBy,
}: {
  readonly use: PartUse | undefined
  readonly usedBy: (use: PartUse) => string
}) {
  if (use === undefined) return null
  return (
    <span className={styles['uses']} title={usedBy(use)}>
      {writeCount(use.own + use.others)}
    </span>
  )
}
