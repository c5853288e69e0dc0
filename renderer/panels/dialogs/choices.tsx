import { useId } from 'react'
import styles from './dialogs.module.css'

/** One of a few, each on its line with a word of help. */
export function Choices<Key extends string>({
  legend,
  value,
  options,
  onChange,
}: {
  readonly legend: string
  readonly value: Key
  readonly options: readonly {
    readonly key: Key
    readonly label: string
    readonly help?: string
  }[]
  readonly onChange: (key: Key) => void
}) {
  const name = useId()
  return (
    <fieldset className={styles['fieldset']}>
      <legend className={styles['legend']}>{legend}</legend>
      {options.map(({ key, label, help }) => (
        <label key={key} className={styles['option']}>
          <input
            type="radio"
            name={name}
            checked={key === value}
            onChange={() => {
              onChange(key)
            }}
          />
          <span>
            {label}
            {help !== undefined && <span className={styles['optionHelp']}>{help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
