import type { ReactNode } from 'react'
import type { ArticleId } from '../../../shared/article/article'
import type { ReportPlace } from '../../state/store'
import { focusAt } from '../../values/focus-at'
import styles from './dialogs.module.css'

/** An article in the report of an import. Where somebody was, the keyboard comes back to, with why nothing came of it. */
export function ReportItem({
  article,
  title,
  place: { at, fault },
  children,
}: {
  readonly article: ArticleId
  readonly title: string
  readonly place: ReportPlace
  readonly children?: ReactNode
}) {
  const isWanted = article === at
  return (
    <li
      className={styles['item']}
      aria-label={title}
      tabIndex={-1}
      ref={isWanted ? focusAt : undefined}
    >
      <p className={styles['itemTitle']}>{title}</p>
      {children}
      {isWanted && fault !== undefined && (
        <p className={styles['fault']} role="alert">
          {fault}
        </p>
      )}
    </li>
  )
}
