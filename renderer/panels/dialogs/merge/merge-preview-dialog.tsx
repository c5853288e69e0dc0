import { useState } from 'react'
import type { MergePreview } from '../../../../shared/ipc/merge-calls'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { mergeCopy } from '../../../state/merging'
import { closeDialog } from '../../../state/notices'
import styles from '../dialogs.module.css'
import { TickList } from '../export/tick-list'
import { MergeLists } from './merge-lists'

/** What merging the other copy would change, and which of its sources become one with ours. */
export function MergePreviewDialog({ preview }: { readonly preview: MergePreview }) {
  const { name, isNothing, sameSources } = preview
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [isMerging, setIsMerging] = useState(false)
  return (
    <Modal title="Merge another copy" isWide onClose={closeDialog}>
      <p className={styles['sum']}>
        {isNothing
          ? `Nothing to merge: this project has everything that “${name}” has.`
          : `Merging “${name}” changes this in the project. A backup is made first, and one undo takes it back.`}
      </p>
      <MergeLists {...preview} />
      {sameSources.length > 0 && (
        <TickList
          legend="These may be the same; ticked ones become one source"
          options={sameSources.map(({ from, fromName, intoName }) => ({
            key: from,
            label:
              fromName === intoName
                ? `“${fromName}”, which both copies have`
                : `“${fromName}” is “${intoName}”`,
          }))}
          ticked={ticked}
          onChange={setTicked}
        />
      )}
      <ModalActions>
        <Button tone={isNothing ? 'primary' : 'quiet'} onClick={closeDialog}>
          {isNothing ? 'Done' : 'Cancel'}
        </Button>
        {!isNothing && (
          <Button
            tone="primary"
            disabled={isMerging}
            onClick={() => {
              setIsMerging(true)
              void mergeCopy(preview, ticked)
            }}
          >
            {isMerging ? 'Merging…' : 'Merge'}
          </Button>
        )}
      </ModalActions>
    </Modal>
  )
}
