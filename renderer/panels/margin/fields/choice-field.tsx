import type { KeyboardEvent } from 'react'
import { useId, useRef } from 'react'
import { useDraft } from '../../../state/use-draft'
import styles from '../margin.module.css'
import type { FieldProps } from './line-field'
import { choiceAfterKey } from './choice-after-key'

/**
 * One of a few: the digit that stands on it, arrows or a first letter choose, Delete clears, a press
 * chooses or clears. Choosing by key is one step of undo however many choices were passed, made when the field is left.
 */
export function ChoiceField({
  field,
  label,
  choices,
  saved,
  save,
  onDone,
}: FieldProps & {
  readonly choices: readonly { readonly key: string; readonly label: string }[]
  /** Key of the choice, or '' for none. */
  readonly saved: string
  readonly save: (key: string) => undefined
}) {
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const draft = useDraft({ field, saved, save })
  const chosen = choices.findIndex(({ key }) => key === draft.text)

  const walk = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault()
      draft.finish()
      onDone()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = choiceAfterKey(choices, chosen, event.key)
    if (next === undefined) return
    event.preventDefault()
    draft.setText(choices[next]?.key ?? '')
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[Math.max(0, next)]?.focus()
  }

  return (
    <>
      <span id={id} className={styles['label']}>
        {label}
      </span>
      <div
        ref={group}
        role="radiogroup"
        aria-labelledby={id}
        className={`${styles['control'] ?? ''} ${styles['choices'] ?? ''}`}
        onKeyDown={walk}
        onBlur={event => {
          if (!event.currentTarget.contains(event.relatedTarget)) draft.finish()
        }}
      >
        {choices.map((choice, index) => (
          <button
            key={choice.key}
            type="button"
            role="radio"
            aria-checked={index === chosen}
            tabIndex={index === Math.max(0, chosen) ? 0 : -1}
            className={styles['choice']}
            aria-keyshortcuts={digitOf(index)}
            data-key={digitOf(index)}
            onClick={() => draft.finish(index === chosen ? '' : choice.key)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </>
  )
}

/** The key that is printed on a choice; from the tenth on there is none. */
function digitOf(index: number): string | undefined {
  return index < 9 ? (index + 1).toString() : undefined
}
