import { ChevronDown, ChevronUp, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useEffect, useRef } from 'react'
import { IconButton } from '../../controls/icon-button'
import { mostHits } from '../../state/find-hits'
import { closeFind, goToHit, hitsIn, setQuery } from '../../state/finding'
import type { FindState } from '../../state/pane'
import { useWorkbench } from '../../state/store'
import { usePane } from '../../state/use-pane'
import { writeCount } from '../../values/count-text'
import styles from '../reader/reader.module.css'

/** Find in the article: Enter and Shift+Enter walk through the hits, Esc goes back to the text. */
export function FindBar() {
  const find = usePane(state => state.find)
  const hits = usePane(hitsIn)
  const besideList = useWorkbench(state => state.marginShows !== 'cards')
  const input = useRef<HTMLInputElement>(null)
  const asked = find?.asked
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [asked])
  if (find === undefined) return null
  return (
    <search
      className={styles['find']}
      aria-label="Find in the article"
      data-beside-list={besideList ? '' : undefined}
    >
      <input
        ref={input}
        aria-label="Find"
        placeholder="Find in the article"
        value={find.query}
        spellCheck={false}
        dir="auto"
        onChange={event => {
          setQuery(event.target.value)
        }}
        onKeyDown={walk}
      />
      <span className={styles['findCount']} role="status" aria-label="Hits">
        {countWords(find, hits.length)}
      </span>
      <IconButton
        icon={ChevronUp}
        label="Previous hit"
        disabled={hits.length === 0}
        onClick={() => {
          goToHit(-1)
        }}
      />
      <IconButton
        icon={ChevronDown}
        label="Next hit"
        disabled={hits.length === 0}
        onClick={() => {
          goToHit(1)
        }}
      />
      <IconButton icon={X} label="Close the search" onClick={closeFind} />
    </search>
  )
}

function walk(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Enter') goToHit(event.shiftKey ? -1 : 1)
  else if (event.key === 'Escape') closeFind()
  else return
  event.preventDefault()
}

function countWords({ query, current }: FindState, hits: number): string {
  if (query.trim() === '') return ''
  if (hits === 0) return 'Not found'
  const all = `${writeCount(hits)}${hits === mostHits ? '+' : ''}`
  return `${writeCount(current + 1)} of ${all}`
}
