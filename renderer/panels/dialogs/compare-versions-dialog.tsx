import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { takeOther } from '../../state/outside'
import type { KeptComparison } from '../../state/store'
import { countOf } from '../../values/count-text'
import { DifferenceList } from './difference-list'
import styles from './dialogs.module.css'

/** What would change if the version of a file that another program wrote were used. */
export function CompareVersionsDialog({ comparison }: { readonly comparison: KeptComparison }) {
  const { what, differences, more, kept } = comparison
  const count = differences.length + more
  return (
    <Modal title="Compare two versions" isWide onClose={closeDialog}>
      <p className={styles['sum']}>
        {count === 0
          ? `The other version of ${what} says the same as yours.`
          : `Two versions of ${what}. Using the other one makes ${countOf(count, 'change')}, which one undo takes back.`}
      </p>
      <DifferenceList
        label="Differences"
        differences={differences}
        more={more}
        words={{ added: 'Comes in', removed: 'Goes', changed: 'Changes' }}
      />
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
