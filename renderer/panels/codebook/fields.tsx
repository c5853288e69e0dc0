import { useId } from 'react'
import styles from './codebook.module.css'

/** A labelled choice of one of a few. */
export function SelectField<Key extends string>({
  label,
  value,
  options,
  isDisabled = false,
  help,
  onChange,
}: {
  readonly label: string
  readonly value: Key
  readonly options: readonly { readonly key: Key; readonly label: string }[]
  readonly isDisabled?: boolean
  readonly help?: string | undefined
  readonly onChange: (key: Key) => void
}) {
  const id = useId()
  const helpId = `${id}-help`
  return (
    <div className={styles['field']}>
      <label className={styles['legend']} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles['input']}
        value={value}
        disabled={isDisabled}
        aria-describedby={help === undefined ? undefined : helpId}
        onChange={event => {
          const chosen = options.find(({ key }) => key === event.target.value)
          if (chosen !== undefined) onChange(chosen.key)
        }}
      >
        {options.map(option => (
          <option key={option.key} value={option.key}>
            {option.label}
          </option>
        ))}
      </select>
      {help !== undefined && (
        <p id={helpId} className={styles['help']}>
          {help}
        </p>
      )}
    </div>
  )
}

/** Several lines to type into, each one a value. */
export function LinesField({
  label,
  help,
  lines,
  onChange,
}: {
  readonly label: string
  readonly help: string
  readonly lines: readonly string[]
  readonly onChange: (lines: string[]) => void
}) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label className={styles['legend']} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles['input']}
        rows={Math.min(6, Math.max(2, lines.length))}
        value={lines.join('\n')}
        aria-describedby={`${id}-help`}
        onChange={event => {
          onChange(event.target.value.split('\n'))
        }}
      />
      <p id={`${id}-help`} className={styles['help']}>
        {help}
      </p>
    </div>
  )
}
