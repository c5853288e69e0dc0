import { Button } from '../../controls/button'
import { retrySaving } from '../../state/saving'
import type { SaveState } from '../../state/store'
import { useWorkbench } from '../../state/store'
import styles from './bars.module.css'

/** One word that is always true: it says Saved only after every edit was acknowledged. */
export function SaveWord() {
  const save = useWorkbench(state => state.save)
  return (
    <div className={styles['save']}>
      <span
        role="status"
        aria-label="Save state"
        aria-live="polite"
        className={save.kind === 'failed' ? styles['failed'] : undefined}
      >
        {wordOf(save)}
      </span>
      {save.kind === 'failed' && <Button onClick={retrySaving}>Retry</Button>}
    </div>
  )
}

function wordOf(save: SaveState): string {
  switch (save.kind) {
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'failed':
      return `Not saved: ${save.reason}`
  }
}
