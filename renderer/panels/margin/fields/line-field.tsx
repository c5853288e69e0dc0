import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import { useStillWhilePressed } from '../../../controls/use-pressed'
import { useDraft } from '../../../state/use-draft'
import styles from '../margin.module.css'

/** What every field of a card is given. */
export type FieldProps = {
  /** Its name in the window: annotation and attribute. */
  readonly field: string
  readonly label: string
  /** Back to the text. */
  readonly onDone: () => void
}

/** A value that the words themselves suggest for an empty field: what it is typed as, and why. */
export type Proposal = { readonly text: string; readonly reason: string }

/**
 * One line to type into: number or date. Enter, Esc and leaving it save; what cannot be read stays. A
 * proposal stands in the empty field until Enter or Tab takes it, or Delete puts it away.
 */
export function LineField({
  field,
  label,
  saved,
  placeholder,
  proposal,
  preview,
  save,
  onDone,
}: FieldProps & {
  readonly saved: string
  readonly placeholder?: string
  readonly proposal?: Proposal | undefined
  /** What the typed text will be saved as, when that is worth a look. */
  readonly preview?: (text: string) => string | undefined
  readonly save: (text: string) => string | undefined
}) {
  const id = useId()
  const draft = useDraft({ field, saved, save })
  const [isDeclined, setDeclined] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const offered = draft.text === '' && saved === '' && !isDeclined ? proposal : undefined
  const note = useStillWhilePressed(
    offered?.reason ?? (isFocused ? preview?.(draft.text) : undefined),
  )
  const message = useStillWhilePressed(draft.message)

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const isForward = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)
    if (isForward && offered !== undefined) draft.finish(offered.text)
    if (event.key === 'Enter' && draft.finish()) onDone()
    if ((event.key === 'Delete' || event.key === 'Backspace') && draft.text === '')
      setDeclined(true)
  }

  return (
    <>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <div className={styles['control']}>
        <input
          id={id}
          className={styles['input']}
          value={draft.text}
          placeholder={offered?.text ?? placeholder}
          data-proposed={offered === undefined ? undefined : ''}
          spellCheck={false}
          autoComplete="off"
          dir="auto"
          aria-invalid={draft.message !== undefined}
          aria-describedby={`${id}-message`}
          onChange={event => {
            draft.setText(event.target.value)
          }}
          onFocus={() => {
            setFocused(true)
          }}
          onBlur={() => {
            setFocused(false)
            draft.finish()
          }}
          onKeyDown={press}
        />
        {message === undefined ? (
          <p id={`${id}-message`} className={styles['preview']} hidden={note === undefined}>
            {note}
          </p>
        ) : (
          <p id={`${id}-message`} role="alert" className={styles['message']}>
            {message}
          </p>
        )}
      </div>
    </>
  )
}
