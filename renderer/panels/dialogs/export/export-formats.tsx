import { useId } from 'react'
import type { ExportFormatInfo } from '../../../../shared/ipc/export-calls'
import styles from './export.module.css'

/** The format, with what it holds in a sentence below. */
export function ExportFormats({
  formats,
  value,
  onChange,
}: {
  readonly formats: readonly ExportFormatInfo[]
  readonly value: ExportFormatInfo
  readonly onChange: (name: string) => void
}) {
  const id = useId()
  return (
    <div className={styles['group']}>
      <label className={styles['legend']} htmlFor={id}>
        Format
      </label>
      <select
        id={id}
        className={styles['select']}
        value={value.name}
        aria-describedby={`${id}-help`}
        onChange={event => {
          onChange(event.target.value)
        }}
      >
        {formats.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      <p id={`${id}-help`} className={styles['help']}>
        {value.description}
      </p>
    </div>
  )
}
