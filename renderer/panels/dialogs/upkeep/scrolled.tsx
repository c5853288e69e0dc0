import type { ReactNode } from 'react'
import styles from './upkeep.module.css'

/** What may be longer than its dialog; the keyboard can go there and scroll it, whatever stands in it. */
export function Scrolled({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className={styles['scrolled']}>
      {children}
    </div>
  )
}
