import { useEffect, useRef, useState } from 'react'
import type { SourceId } from '../../../shared/annotation/annotation'
import { store } from '../../state/store'
import { countOf } from '../../values/count-text'
import { mayTakeKeyboard } from './may-take-keyboard'
import type { ListedSource } from './order-sources'
import { filterSources } from './order-sources'
import { RowList } from './row-list'
import { kindWords } from './source-kind'
import styles from './sources.module.css'

/** The source that was shown last, so that coming back to the list is coming back to its row. */
let lastShown: string | undefined

/** All sources, found by name or alias; Enter shows one. */
export function SourceList({
  listed,
  isCounted,
}: {
  readonly listed: readonly ListedSource[]
  /** False until it is known how often each is named. */
  readonly isCounted: boolean
}) {
  const [typed, setTyped] = useState('')
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!mayTakeKeyboard(panel.current?.closest('section'))) return
    const last = panel.current?.querySelector<HTMLElement>(`[data-source="${lastShown ?? ''}"]`)
    ;(last ?? panel.current?.querySelector('input'))?.focus()
  }, [])
  const found = filterSources(listed, typed)
  return (
    <div ref={panel} className={styles['body']}>
      <SourceFilter label="Filter the sources" typed={typed} onTyped={setTyped} />
      {found.length === 0 ? (
        <p className={styles['empty']}>
          {listed.length === 0
            ? 'No sources yet. They come with the first speaker or claimant you fill in.'
            : 'No source has this name.'}
        </p>
      ) : (
        <RowList label="Sources" items={found} rowHeightPx={50}>
          {(item, isTabStop) => (
            <SourceRow
              item={item}
              isCounted={isCounted}
              isTabStop={isTabStop}
              onChoose={() => {
                lastShown = item.id
                store.setState({ shownSource: item.id as SourceId })
              }}
            />
          )}
        </RowList>
      )}
    </div>
  )
}

/** What is typed to find a source; Down goes on to the rows. */
export function SourceFilter({
  label,
  typed,
  onTyped,
}: {
  readonly label: string
  readonly typed: string
  readonly onTyped: (typed: string) => void
}) {
  return (
    <div className={styles['filter']}>
      <input
        type="search"
        dir="auto"
        aria-label={label}
        placeholder="Filter"
        value={typed}
        onChange={event => {
          onTyped(event.target.value)
        }}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          const body = event.currentTarget.closest('section')
          body?.querySelector<HTMLElement>('[data-row-list] button')?.focus()
        }}
      />
    </div>
  )
}

/** A source in a list: its name, what it is, and how often it is named. */
export function SourceRow({
  item,
  isCounted,
  isTabStop,
  onChoose,
}: {
  readonly item: ListedSource
  readonly isCounted: boolean
  readonly isTabStop: boolean
  readonly onChoose: () => void
}) {
  const { source, annotations, articles } = item
  const counts = isCounted
    ? `${countOf(annotations, 'annotation')} in ${countOf(articles.size, 'article')}`
    : ''
  const kind = source.kind === 'unknown' ? '' : kindWords[source.kind]
  return (
    <button
      type="button"
      className={styles['item']}
      data-source={source.id}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onChoose}
    >
      <span className={styles['name']} dir="auto">
        {source.name}
        {source.aliases.length > 0 && (
          <span className={styles['aliases']}> {source.aliases.join(', ')}</span>
        )}
      </span>{' '}
      <span className={styles['line']}>{[kind, counts].filter(Boolean).join(' · ')}</span>
    </button>
  )
}
