import { X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Source } from '../../../shared/annotation/annotation'
import type { SourceUse } from '../../../shared/project/mention'
import { runCommand } from '../../commands/commands'
import { useKeyOf } from '../../commands/use-key-of'
import { IconButton } from '../../controls/icon-button'
import { store, useWorkbench } from '../../state/store'
import { shownView } from '../../state/view'
import { writeCount } from '../../values/count-text'
import type { ListedSource } from './order-sources'
import { listSources } from './order-sources'
import { SourceDetail } from './source-detail'
import { SourceList } from './source-list'
import styles from './sources.module.css'
import { useSourceUses } from './use-source-uses'

const noSources: ReadonlyMap<string, Source> = new Map()
const noUses: ReadonlyMap<string, SourceUse> = new Map()

/** Every person and organisation of the project, what they said and where. Esc goes one step back, at last to the text. */
export function SourcesPanel() {
  const sources = useWorkbench(state => state.project?.sources ?? noSources)
  const shown = useWorkbench(state => state.shownSource)
  const keyOf = useKeyOf()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.querySelector('input')?.focus()
  }, [])
  const uses = useSourceUses()
  const listed = useMemo(() => listSources(sources, uses ?? noUses), [sources, uses])
  const detail = listed.find(({ id }) => id === shown)
  return (
    <section
      ref={panel}
      className={styles['panel']}
      aria-label="Sources"
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing)
          return
        event.preventDefault()
        stepBack(detail)
      }}
    >
      <div className={styles['head']}>
        <h2 className={styles['title']}>
          Sources <span className={styles['count']}>{writeCount(listed.length)}</span>
        </h2>
        <IconButton
          icon={X}
          label="Close the sources"
          keys={keyOf('sources')}
          onClick={() => runCommand('sources')}
        />
      </div>
      {detail === undefined ? (
        <SourceList listed={listed} isCounted={uses !== undefined} />
      ) : (
        <SourceDetail key={detail.id} shown={detail} listed={listed} />
      )}
    </section>
  )
}

function stepBack(detail: ListedSource | undefined): void {
  if (detail !== undefined) {
    store.setState({ shownSource: undefined })
    return
  }
  store.setState({ marginShows: 'cards' })
  shownView()?.focus()
}
