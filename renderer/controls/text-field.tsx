import type { ComponentProps } from 'react'
import { useId } from 'react'
import styles from './controls.module.css'

type Common = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Why the value cannot be taken. */
  readonly message?: string | undefined
  /** Where the value came from, or how it is written. */
  readonly help?: string | undefined
}

/** A labelled line to type into. */
export function TextField({
  label,
  value,
  onChange,
  message,
  help,
  ...props
}: Common & Omit<ComponentProps<'input'>, keyof Common>) {
  const id = useId()
  const noteId = `${id}-note`
  const note = message ?? help
  return (
    <div className={styles['field']}>
      <label className={styles['fieldLabel']} htmlFor={id}>
        {label}
      </label>
      <input
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        {...props}
        id={id}
        className={styles['input']}
        value={value}
        aria-invalid={message !== undefined}
        aria-describedby={note === undefined ? undefined : noteId}
        onChange={event => {
          onChange(event.target.value)
        }}
      />
      {note !== undefined && (
        <p id={noteId} className={message === undefined ? styles['help'] : styles['message']}>
          {note}
        </p>
      )}
    </div>
  )
}
