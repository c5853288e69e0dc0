import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { chooseCopy } from '../../../state/merging'
import { closeDialog } from '../../../state/notices'
import styles from '../dialogs.module.css'

/** Where the other copy is; nothing is merged before it was looked at. */
export function MergeCopyDialog() {
  const choose = (from: 'file' | 'folder'): void => {
    closeDialog()
    void chooseCopy(from)
  }
  return (
    <Modal title="Merge another copy" onClose={closeDialog}>
      <p className={styles['sum']}>
        Brings in what was done in another copy of this project: a colleague’s, or your own from
        another computer. It can be a folder, such as a git checkout, or a zip file of one.
      </p>
      <p className={styles['sum']}>
        You see what it would change first. The other copy is only read.
      </p>
      <ModalActions>
        <Button tone="quiet" onClick={closeDialog}>
          Cancel
        </Button>
        <Button
          onClick={() => {
            choose('file')
          }}
        >
          Choose a zip file…
        </Button>
        <Button
          tone="primary"
          onClick={() => {
            choose('folder')
          }}
        >
          Choose a folder…
        </Button>
      </ModalActions>
    </Modal>
  )
}
