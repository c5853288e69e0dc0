import { useState } from 'react'
import type { MergeReport } from '../../../../shared/ipc/merge-calls'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { copyMergeReport } from '../../../state/merging'
import { closeDialog } from '../../../state/notices'
import styles from '../dialogs.module.css'
import { MergeLists } from './merge-lists'

/** What a merge changed, with every conflict and deletion. */
export function MergeReportDialog({ report }: { readonly report: MergeReport }) {
  const { name, isNothing, steps } = report
  const [isCopied, setIsCopied] = useState(false)
  return (
    <Modal title="Merge report" isWide onClose={closeDialog}>
      <p className={styles['sum']}>
        {isNothing
          ? `Nothing was merged: the project has everything that “${name}” has.`
          : `“${name}” was merged. Undo takes it back${steps > 1 ? ` in ${steps.toString()} steps` : ''}.`}
      </p>
      <MergeLists {...report} />
      <ModalActions>
        <Button
          onClick={() => {
            copyMergeReport()
            setIsCopied(true)
          }}
        >
          {isCopied ? 'Copied' : 'Copy the report'}
        </Button>
        <Button tone="primary" onClick={closeDialog}>
          Done
        </Button>
      </ModalActions>
    </Modal>
  )
}
