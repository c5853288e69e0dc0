import { ArrowRight } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { SearchHit } from '../../../shared/ipc/search-calls'
import { IconButton } from '../../controls/icon-button'
import { useWorkbench } from '../../state/store'
import { byArticle, keyOfHit } from '../../values/hits'
import styles from './search.module.css'

/** Hits under the titles of their articles: arrows walk, Space ticks, Enter goes there. */
export function SearchHits({
  hits,
  isTicked,
  onTick,
  onGo,
}: {
  readonly hits: readonly SearchHit[]
  readonly isTicked: (hit: SearchHit) => boolean
  readonly onTick: (hit: SearchHit) => void
  readonly onGo: (hit: SearchHit) => void
}) {
  const titles = useWorkbench(state => state.summaries)
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]))
  return (
    <div className={styles['hits']} role="region" aria-label="Hits" onKeyDown={walk}>
      {[...byArticle(hits)].map(([article, own]) => (
        <section key={article} className={styles['article']}>
          <h3 dir="auto">{titleOf.get(article) ?? ''}</h3>
          <ul>
            {own.map(hit => (
              <Hit
                key={keyOfHit(hit)}
                hit={hit}
                isTicked={isTicked(hit)}
                onTick={onTick}
                onGo={onGo}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Hit({
  hit,
  isTicked,
  onTick,
  onGo,
}: {
  readonly hit: SearchHit
  readonly isTicked: boolean
  readonly onTick: (hit: SearchHit) => void
  readonly onGo: (hit: SearchHit) => void
}) {
  return (
    <li className={styles['hit']}>
      <label>
        <input
          type="checkbox"
          checked={isTicked}
          onChange={() => {
            onTick(hit)
          }}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            onGo(hit)
          }}
        />
        <span dir={hit.direction}>
          {onOneLine(hit.before)}
          <mark>{onOneLine(hit.words)}</mark>
          {onOneLine(hit.after)}
        </span>
      </label>
      <IconButton
        icon={ArrowRight}
        label={`Go to “${hit.words}”`}
        tabIndex={-1}
        onClick={() => {
          onGo(hit)
        }}
      />
    </li>
  )
}

/** Where a paragraph ends, its last words and the first of the next one would read as a sentence. */
function onOneLine(text: string): string {
  return text.replaceAll('\n', ' ¶ ')
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const ticks = [...event.currentTarget.querySelectorAll('input')]
  const at = ticks.findIndex(tick => tick === document.activeElement)
  event.preventDefault()
  const dialog = event.currentTarget.closest('[role="dialog"]')
  const next = at + step < 0 ? dialog?.querySelector('input') : ticks[at + step]
  next?.focus()
}
