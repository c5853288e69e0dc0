import { useId } from 'react'
import styles from './controls.module.css'

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
      <label className={styles['fieldLabel']} htmlFor={id}>
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
