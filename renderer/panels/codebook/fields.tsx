import { useId } from 'react'
import styles from './codebook.module.css'

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
