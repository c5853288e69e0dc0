import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './controls.module.css'

/** A button with a picture; `label` is its name for everybody, `keys` is added to the tooltip. */
export function IconButton({
  label,
  icon: Icon,
  keys,
  ...props
}: Omit<ComponentProps<'button'>, 'aria-label' | 'title'> & {
  readonly label: string
  readonly icon: LucideIcon
  readonly keys?: string | undefined
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      {...props}
      className={[styles['iconButton'], props.className].join(' ')}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
