import { Button } from '../../controls/button'
import { retrySaving } from '../../state/saving'
import type { SaveState } from '../../state/store'
import { useWorkbench } from '../../state/store'
import styles from './bars.module.css'

/**
 * One word that is always true: it says Saved only after every edit was acknowledged. Both usual words lie
 * on one another and one of them is visible: they change with every edit, and this way nothing is laid out
 * anew for it, which would cost as much as a mark.
 */
export function SaveWord() {
  const save = useWorkbench(state => state.save)
  return (
    <div className={styles['save']}>
      <span
        role="status"
        aria-label="Save state"
        aria-live="polite"
        className={styles['saveWords']}
      >
        <SaveWordIf isShown={save.kind === 'saved'}>Saved</SaveWordIf>
        <SaveWordIf isShown={save.kind === 'saving'}>Saving…</SaveWordIf>
        {save.kind === 'failed' && <span className={styles['failed']}>{failedWord(save)}</span>}
      </span>
      {save.kind === 'failed' && <Button onClick={retrySaving}>Retry</Button>}
    </div>
  )
}

function SaveWordIf({
  isShown,
  children,
}: {
  readonly isShown: boolean
  readonly children: string
}) {
  return <span style={{ visibility: isShown ? 'visible' : 'hidden' }}>{children}</span>
}

function failedWord({ reason }: SaveState & { readonly kind: 'failed' }): string {
  return `Not saved: ${reason}`
}
