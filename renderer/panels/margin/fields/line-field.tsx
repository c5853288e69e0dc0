import { useId } from 'react'
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

/** One line to type into: text, number or date. Enter, Esc and leaving it save; what cannot be read stays. */
export function LineField({
  field,
  label,
  saved,
  placeholder,
  save,
  onDone,
}: FieldProps & {
  readonly saved: string
  readonly placeholder?: string
  readonly save: (text: string) => string | undefined
}) {
  const id = useId()
  const draft = useDraft({ field, saved, save })
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
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={draft.message !== undefined}
          aria-describedby={draft.message === undefined ? undefined : `${id}-message`}
          onChange={event => {
            draft.setText(event.target.value)
          }}
          onBlur={() => draft.finish()}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' && draft.finish()) onDone()
          }}
        />
        {draft.message !== undefined && (
          <p id={`${id}-message`} role="alert" className={styles['message']}>
            {draft.message}
          </p>
        )}
      </div>
    </>
  )
}
