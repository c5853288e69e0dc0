import type { ExportReport } from '../../../../shared/ipc/export-calls'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { closeDialog } from '../../../state/notices'
import { countOf } from '../../../values/count-text'
import styles from '../dialogs.module.css'
import { MessageList } from '../message-list'

/** What was written, and everything the format could not carry. */
export function ExportReportDialog({ report }: { readonly report: ExportReport }) {
  const { folder, articles, annotations, relations, lossSummary, losses, key } = report
  return (
    <Modal title="Export report" isWide onClose={closeDialog}>
      <p className={styles['sum']}>
        {countOf(articles, 'article')} with {countOf(annotations, 'annotation')}
        {relations > 0 && ` and ${countOf(relations, 'relation')}`} written to the folder “{folder}
        ”.
      </p>
      {key !== undefined && (
        <p className={styles['sum']}>
          Who the sources are stands in “{key}” beside it. Keep it apart from what you give away.
        </p>
      )}
      <MessageList title="What this format could not carry" messages={losses}>
        <p className={styles['sum']}>{lossSummary.join(' ')}</p>
      </MessageList>
      <ModalActions>
        <Button tone="primary" onClick={closeDialog}>
          Done
        </Button>
      </ModalActions>
    </Modal>
  )
}
