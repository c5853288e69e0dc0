import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { takeOther } from '../../state/outside'
import type { KeptComparison } from '../../state/store'
import { countOf } from '../../values/count-text'
import styles from './dialogs.module.css'

/** What would change if the version of a file that another program wrote were used. */
export function CompareVersionsDialog({ comparison }: { readonly comparison: KeptComparison }) {
  const { file, differences, more, kept } = comparison
  const count = differences.length + more
  return (
    <Modal title="Compare two versions" isWide onClose={closeDialog}>
      <p className={styles['sum']}>
        {count === 0
          ? `The other version of ${file} says the same as yours.`
          : `Using the other version of ${file} makes ${countOf(count, 'change')}. Undo takes them back.`}
      </p>
      <section className={styles['list']} aria-label="Differences">
        <ul>
          {differences.map((sentence, index) => (
            <li key={index} className={styles['item']}>
              <p>{sentence}</p>
            </li>
          ))}
        </ul>
        {more > 0 && <p className={styles['remark']}>and {more} more</p>}
      </section>
      <ModalActions>
        <Button
          onClick={() => {
            closeDialog()
            void takeOther(kept)
          }}
        >
          Use the other
        </Button>
        <Button tone="primary" onClick={closeDialog}>
          Keep both
        </Button>
      </ModalActions>
    </Modal>
  )
}
