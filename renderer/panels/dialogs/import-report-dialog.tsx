import type { ImportReport } from '../../../shared/ipc/contract'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { countOf } from '../../values/count-text'
import styles from './dialogs.module.css'

/** What came in, with remarks, and what did not, with reasons. */
export function ImportReportDialog({ report }: { readonly report: ImportReport }) {
  const { imported, failed } = report
  return (
    <Modal title="Import report" isWide onClose={closeDialog}>
      <p className={styles['sum']}>{summaryOf(report)}</p>
      {failed.length > 0 && (
        <section className={styles['list']} aria-label="Not imported">
          <h3 className={styles['groupTitle']}>Not imported</h3>
          <ul>
            {failed.map(({ name, message }) => (
              <li key={name} className={styles['item']}>
                <p className={styles['itemTitle']}>{name}</p>
                <p className={styles['remark']}>{message}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {imported.length > 0 && (
        <section className={styles['list']} aria-label="Imported">
          <h3 className={styles['groupTitle']}>Imported</h3>
          <ul>
            {imported.map(({ article, title, remarks }) => (
              <li key={article} className={styles['item']}>
                <p className={styles['itemTitle']}>{title}</p>
                {remarks.map(remark => (
                  <p key={remark} className={styles['remark']}>
                    {remark}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ModalActions>
        <Button tone="primary" onClick={closeDialog}>
          Done
        </Button>
      </ModalActions>
    </Modal>
  )
}

function summaryOf({ imported, failed }: ImportReport): string {
  const came = `${countOf(imported.length, 'article')} imported`
  return failed.length === 0 ? `${came}.` : `${came}, ${countOf(failed.length, 'file')} left out.`
}
