import type { AnnotatedImportReport } from '../../../shared/ipc/import-calls'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { countOf } from '../../values/count-text'
import styles from './dialogs.module.css'

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
  const { created, merged, refused, items, moreItems } = report
  return (
    <Modal title="Import report" isWide onClose={closeDialog}>
      <p className={styles['sum']}>
        {countOf(created, 'article')} imported
        {merged > 0 && `, ${countOf(merged, 'article')} joined with those the project had`}
        {refused > 0 && `, ${countOf(refused, 'article')} left out`}.
      </p>
      {groups.map(({ kind, title }) => (
        <Items
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

function Items({
  title,
  messages,
}: {
  readonly title: string
  readonly messages: readonly string[]
}) {
  if (messages.length === 0) return null
  return (
    <section className={styles['list']} aria-label={title}>
      <h3 className={styles['groupTitle']}>{title}</h3>
      <ul>
        {messages.map((message, index) => (
          <li key={`${index.toString()} ${message}`} className={styles['item']}>
            {message}
          </li>
        ))}
      </ul>
    </section>
  )
}
