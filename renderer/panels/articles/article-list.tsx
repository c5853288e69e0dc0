import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent } from 'react'
import { useEffect, useRef } from 'react'
import type { ArticleSummary } from '../../../shared/project/summary'
import { useWorkbench } from '../../state/store'
import { ArticleRow } from './article-row'
import styles from './articles.module.css'

const rowHeightPx = 52

/** The list of articles; only the rows in view exist. Up, Down, Home and End move, Enter opens. */
export function ArticleList({ summaries }: { readonly summaries: readonly ArticleSummary[] }) {
  'use no memo' // The virtualizer changes in place; what reads it must run again each time.
  const scroll = useRef<HTMLDivElement>(null)
  const current = useWorkbench(state => state.article?.article.id)
  const at = summaries.findIndex(({ id }) => id === current)
  const rows = useVirtualizer({
    count: summaries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    getItemKey: index => summaries[index]?.id ?? index,
  })
  useEffect(() => {
    if (at !== -1) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])

  const moveTo = (index: number): void => {
    const to = Math.max(0, Math.min(summaries.length - 1, index))
    rows.scrollToIndex(to)
    // The row may only come into being with the scroll.
    requestAnimationFrame(() => {
      scroll.current?.querySelector<HTMLElement>(`[data-index="${to.toString()}"] button`)?.focus()
    })
  }
  const move = (event: KeyboardEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null
    const step = stepOf(event.key, summaries.length)
    if (row === null || step === undefined || event.target instanceof HTMLInputElement) return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    moveTo(Number(row.getAttribute('data-index')) + step)
  }

  return (
    <div className={styles['scroll']} ref={scroll} onKeyDown={move}>
      <ul className={styles['rows']} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const summary = summaries[index]
          return summary === undefined ? null : (
            <ArticleRow
              key={summary.id}
              summary={summary}
              index={index}
              count={summaries.length}
              top={start}
              height={rowHeightPx}
              isCurrent={summary.id === current}
              isTabStop={index === Math.max(0, at)}
            />
          )
        })}
      </ul>
    </div>
  )
}

function stepOf(key: string, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return 1
    case 'ArrowUp':
      return -1
    case 'PageDown':
      return 10
    case 'PageUp':
      return -10
    case 'Home':
      return -count
    case 'End':
      return count
    default:
      return undefined
  }
}
