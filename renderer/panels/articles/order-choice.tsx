import { ArrowDownNarrowWide } from 'lucide-react'
import { memo } from 'react'
import type { ArticleOrder } from '../../../shared/ipc/preferences'
import { articleOrders } from '../../../shared/ipc/preferences'
import { articleOrderOf } from '../../state/selectors'
import { setPreferences } from '../../state/settings'
import { useWorkbench } from '../../state/store'
import styles from './articles.module.css'

const words: Record<ArticleOrder, string> = {
  imported: 'as they came in',
  title: 'by title',
  newest: 'by date, newest first',
  oldest: 'by date, oldest first',
  publisher: 'by publisher',
}

/** In which order the articles are listed: a sign beside the filter, under which the system's own list opens. */
export const OrderChoice = memo(function OrderChoice() {
  const order = useWorkbench(articleOrderOf)
  return (
    <span
      className={styles['order']}
      data-chosen={order === 'imported' ? undefined : ''}
      title={`Articles are listed ${words[order]}`}
    >
      <ArrowDownNarrowWide size={16} strokeWidth={1.75} aria-hidden />
      <select
        aria-label="Order of the articles"
        value={order}
        onChange={event => {
          const wanted = articleOrders.find(one => one === event.target.value)
          if (wanted !== undefined) void setPreferences({ articleOrder: wanted })
        }}
      >
        {articleOrders.map(one => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </select>
    </span>
  )
})
