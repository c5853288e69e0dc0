import { useState } from 'react'
import type { SearchHit } from '../../../shared/ipc/search-calls'
import type { SearchQuery } from '../../../shared/search/search-query'
import { KeyCap } from '../../controls/key-cap'
import { Modal } from '../../controls/modal'
import { presentArticles } from '../../state/articles'
import { closeDialog } from '../../state/notices'
import { useSearch } from '../../state/searching'
import type { Dialog } from '../../state/store'
import { useWorkbench } from '../../state/store'
import { goToSearchHit } from '../../state/tagging-hits'
import { writeCount } from '../../values/count-text'
import { keyOfHit } from '../../values/hits'
import { toggled } from '../../values/toggled'
import { isWrittenSo } from '../../values/written-so'
import { foundWords } from './found-words'
import { SearchFields } from './search-fields'
import { SearchHits } from './search-hits'
import { TagTicked } from './tag-ticked'
import styles from './search.module.css'

const emptyQuery: SearchQuery = { text: '', kind: 'phrase', isCaseSensitive: false }
/** What was looked for last: the next search starts there. */
let last = emptyQuery

/** Find in all articles: hits with their surroundings, to go to, or to tick and tag. */
export function ProjectSearch({
  mentions,
}: {
  readonly mentions: Extract<Dialog, { kind: 'search' }>['mentions']
}) {
  const [query, setQuery] = useState<SearchQuery>(
    mentions === undefined ? last : { ...emptyQuery, text: mentions.words },
  )
  const found = useSearch(query)
  // Other mentions are meant to be tagged, so those of the very words start ticked; what is found otherwise does not.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const startsTicked = ({ words }: SearchHit): boolean =>
    mentions !== undefined && isWrittenSo(words, query)
  const hits = found.hits.filter(hit => keyOfHit(hit) !== mentions?.except)
  const isTicked = (hit: SearchHit): boolean => turned.has(keyOfHit(hit)) !== startsTicked(hit)
  const change = (changed: Partial<SearchQuery>): void => {
    const next = { ...query, ...changed }
    if (mentions === undefined) last = next
    setQuery(next)
    setTurned(new Set())
  }
  const go = (hit: SearchHit): void => {
    closeDialog()
    void goToSearchHit(hit)
  }
  return (
    <Modal
      title={mentions === undefined ? 'Find in the project' : 'Tag other mentions'}
      isBroad
      onClose={closeDialog}
    >
      <div className={styles['sheet']}>
        <SearchFields query={query} onChange={change} />
        <p className={styles['sum']} role="status" aria-label="Found">
          {found.fault ?? (query.text.trim() === '' ? '' : foundWords(found, hits))}
        </p>
        {query.text.trim() === '' && <NothingLookedFor />}
        <SearchHits
          hits={hits}
          isTicked={isTicked}
          onTick={hit => {
            setTurned(toggled(turned, keyOfHit(hit)))
          }}
          onGo={go}
        />
        {hits.length > 0 && (
          <TagTicked
            hits={hits.filter(isTicked)}
            first={mentions?.type}
            onTickAll={isAll => {
              setTurned(new Set(hits.filter(hit => startsTicked(hit) !== isAll).map(keyOfHit)))
            }}
          />
        )}
      </div>
    </Modal>
  )
}

function NothingLookedFor() {
  const count = useWorkbench(state => presentArticles(state.summaries).length)
  return (
    <div className={styles['before']}>
      <p>Looks through {count === 1 ? 'the one article' : `all ${writeCount(count)} articles`}.</p>
      <p>
        Go to what is found with <KeyCap>↓</KeyCap> and <KeyCap>Enter</KeyCap>, or tick it with{' '}
        <KeyCap>Space</KeyCap> and tag everything that is ticked in one step.
      </p>
    </div>
  )
}
