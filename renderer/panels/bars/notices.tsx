import { CircleAlert, Info, X } from 'lucide-react'
import { Button } from '../../controls/button'
import { IconButton } from '../../controls/icon-button'
import { cancelExport } from '../../state/exporting'
import { dismissNotice } from '../../state/notices'
import { tryToWrite } from '../../state/opening'
import { useWorkbench } from '../../state/store'
import styles from './bars.module.css'
import { ImportProgress } from './import-progress'

/** Sentences that stay until they are put away; problems are said at once, the rest when there is a pause. */
export function Notices() {
  const notices = useWorkbench(state => state.notices)
  const readOnly = useWorkbench(state => state.opened?.readOnly)
  const exporting = useWorkbench(state => state.exporting)
  return (
    <div className={styles['notices']}>
      {readOnly !== undefined && (
        <div className={styles['notice']} role="alert">
          <span className={styles['sign']}>
            <Info size={16} aria-hidden />
          </span>
          <p>Read-only: {readOnly}</p>
          <Button onClick={() => void tryToWrite()}>Try again</Button>
        </div>
      )}
      <ImportProgress />
      {exporting !== undefined && (
        <div className={styles['notice']} role="status" aria-label="Export">
          <p>
            Exporting {exporting.done} of {exporting.total} articles
          </p>
          <IconButton icon={X} label="Cancel the export" onClick={cancelExport} />
        </div>
      )}
      {notices.map(({ id, tone, text, choices = [] }) => (
        <div
          key={id}
          role={tone === 'problem' ? 'alert' : 'status'}
          className={`${styles['notice'] ?? ''} ${tone === 'problem' ? (styles['problem'] ?? '') : ''}`}
        >
          <span className={styles['sign']}>
            {tone === 'problem' ? (
              <CircleAlert size={16} aria-hidden />
            ) : (
              <Info size={16} aria-hidden />
            )}
          </span>
          <p>{text}</p>
          {choices.map(({ label, choose }) => (
            <Button key={label} onClick={choose}>
              {label}
            </Button>
          ))}
          <IconButton
            icon={X}
            label="Put away"
            onClick={() => {
              dismissNotice(id)
            }}
          />
        </div>
      ))}
    </div>
  )
}
