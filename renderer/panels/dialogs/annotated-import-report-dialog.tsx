import type { AnnotatedImportReport } from '../../../shared/ipc/import-calls'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { countOf } from '../../values/count-text'
import styles from './dialogs.module.css'
import { MessageList } from './message-list'

const groups = [
  { kind: 'refused', title: 'Left out' },
  { kind: 'kept', title: 'Stayed as the project has it' },
  { kind: 'replaced', title: 'Replaced by the dataset’s newer version' },
  { kind: 'remark', title: 'Came in, but not exactly as it stood' },
] as const

/** What of a dataset came in, and everything that did not, or not as it stood. */
export function AnnotatedImportReportDialog({
  report,
}: {
  readonly report: AnnotatedImportReport
}) {
  const { created, merged, refused, unplaced, items, moreItems } = report
  return (
    <Modal title="Import report" isWide onClose={closeDialog}>
      <p className={styles['sum']}>
        {countOf(created, 'article')} imported
        {merged > 0 && `, ${countOf(merged, 'article')} joined with those the project had`}
        {refused > 0 && `, ${countOf(refused, 'article')} left out`}.
        {unplaced > 0 &&
          ` ${countOf(unplaced, 'annotation')} could not be placed and ${unplaced === 1 ? 'was' : 'were'} left out.`}
      </p>
      {groups.map(({ kind, title }) => (
        <MessageList
          key={kind}
          title={title}
          messages={items.filter(item => item.kind === kind).map(({ message }) => message)}
        />
      ))}
      {moreItems > 0 && (
        <p className={styles['remark']}>
          And {countOf(moreItems, 'more remark')}; the command line prints them all.
        </p>
      )}
      <ModalActions>
        <Button tone="primary" onClick={closeDialog}>
          Done
        </Button>
      </ModalActions>
    </Modal>
  )
}
