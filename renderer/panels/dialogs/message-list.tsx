import type { ReactNode } from 'react'
import styles from './dialogs.module.css'

/** Sentences of a report under their title; nothing while there are none. */
export function MessageList({
  title,
  messages,
  children,
}: {
  readonly title: string
  readonly messages: readonly string[]
  /** Stands between the title and the sentences. */
  readonly children?: ReactNode
}) {
  if (messages.length === 0) return null
  return (
    <section className={styles['list']} aria-label={title}>
      <h3 className={styles['groupTitle']}>{title}</h3>
      {children}
      <ul>
        {messages.map((message, index) => (
          <li key={`${index.toString()} ${message}`} className={styles['item']}>
            {message}
          </li>
        ))}
      </ul>
    </section>
  )
}
