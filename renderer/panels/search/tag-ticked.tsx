import type { SearchHit } from '../../../shared/ipc/search-calls'
import { Button } from '../../controls/button'
import { closeDialog } from '../../state/notices'
import { isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { tagHits } from '../../state/tagging-hits'
import { countOf } from '../../values/count-text'
import styles from './search.module.css'

/** Tag what is ticked; `first` is the type that is meant. */
export function TagTicked({
  hits,
  first,
  onTickAll,
}: {
  readonly hits: readonly SearchHit[]
  readonly first: string | undefined
  readonly onTickAll: (isAll: boolean) => void
}) {
  const types = useWorkbench(state => state.project?.codebook.types) ?? []
  const readOnly = useWorkbench(isReadOnly)
  if (readOnly) return null
  const ordered = [
    ...types.filter(({ key }) => key === first),
    ...types.filter(({ key }) => key !== first),
  ]
  return (
    <div className={styles['actions']} role="group" aria-label="What is ticked">
      <Button
        tone="quiet"
        onClick={() => {
          onTickAll(true)
        }}
      >
        Tick all
      </Button>
      <Button
        tone="quiet"
        onClick={() => {
          onTickAll(false)
        }}
      >
        Tick none
      </Button>
      <span className={styles['ticked']}>{countOf(hits.length, 'hit')} ticked: tag as</span>
      {ordered.map(type => (
        <Button
          key={type.key}
          tone={type.key === first ? 'primary' : 'plain'}
          disabled={hits.length === 0}
          onClick={() => {
            closeDialog()
            void tagHits(type, hits)
          }}
        >
          {type.label}
        </Button>
      ))}
    </div>
  )
}
