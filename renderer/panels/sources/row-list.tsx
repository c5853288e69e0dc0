import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, ReactNode } from 'react'
import { useRef } from 'react'
import { stepOfKey } from '../../values/step-of-key'
import styles from './sources.module.css'

/** A long list of which only the rows in view exist. Up, Down, Page Up, Page Down, Home and End move between rows. */
export function RowList<Item extends { readonly id: string }>({
  label,
  items,
  rowHeightPx,
  children,
}: {
  readonly label: string
  readonly items: readonly Item[]
  readonly rowHeightPx: number
  /** Draws an item; the first thing in it that can have the keyboard is what the row is reached by. */
  readonly children: (item: Item, isTabStop: boolean) => ReactNode
}) {
  'use no memo' // The virtualizer changes in place; what reads it must run again each time.
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    getItemKey: index => items[index]?.id ?? index,
  })
  const move = (event: KeyboardEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null
    const step = stepOfKey(event.key, items.length)
    if (row === null || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const wanted = Number(row.getAttribute('data-index')) + step
    const to = Math.max(0, Math.min(items.length - 1, wanted))
    rows.scrollToIndex(to)
    // The row may only come into being with the scroll.
    requestAnimationFrame(() => {
      scroll.current
        ?.querySelector<HTMLElement>(`[data-index="${to.toString()}"] :is(button, input)`)
        ?.focus()
    })
  }
  return (
    <div className={styles['scroll']} ref={scroll} onKeyDown={move}>
      <ul
        className={styles['rows']}
        aria-label={label}
        data-row-list=""
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index]
          return item === undefined ? null : (
            <li
              key={item.id}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className={styles['row']}
              style={{ top: start, height: rowHeightPx }}
            >
              {children(item, index === 0)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
