import { useId } from 'react'
import { useDraft } from '../../../state/use-draft'
import styles from '../margin.module.css'
import type { FieldProps } from './line-field'

/** A note of any length: Enter is a new line, Mod+Enter saves and goes back. */
export function NoteField({
  field,
  label,
  saved,
  save,
  onDone,
}: FieldProps & { readonly saved: string; readonly save: (text: string) => undefined }) {
  const id = useId()
  const draft = useDraft({ field, saved, save })
  return (
    <>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <div className={styles['control']}>
        <textarea
          id={id}
          rows={1}
          dir="auto"
          className={`${styles['input'] ?? ''} ${styles['note'] ?? ''}`}
          value={draft.text}
          onChange={event => {
            draft.setText(event.target.value)
          }}
          onBlur={() => draft.finish()}
          onKeyDown={event => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            draft.finish()
            onDone()
          }}
        />
      </div>
    </>
  )
}
