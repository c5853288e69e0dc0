import type { ComponentProps } from 'react'
import { useId } from 'react'
import styles from './controls.module.css'

type Common = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A labelled field for text of several lines. */
export function TextArea({
  label,
  value,
  onChange,
  ...props
}: Common & Omit<ComponentProps<'textarea'>, keyof Common>) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label className={styles['fieldLabel']} htmlFor={id}>
        {label}
      </label>
      <textarea
        rows={3}
        dir="auto"
        {...props}
        id={id}
        className={styles['input']}
        value={value}
        onChange={event => {
          onChange(event.target.value)
        }}
      />
    </div>
  )
}
