import type { Annotation } from '../../../../shared/annotation/annotation'
import type { ArticleId } from '../../../../shared/article/article'
import { quotedWords } from '../../../../shared/project/history/history-event'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { closeDialog } from '../../../state/notices'
import { openBeside } from '../../../state/side-by-side'
import { countOf } from '../../../values/count-text'
import dialogs from '../dialogs.module.css'
import { UnplacedList } from './unplaced-list'

/** What of an earlier version could not be placed in the later one, and the way to where it stands. */
export function UnplacedDialog({
  earlier,
  annotations,
}: {
  readonly earlier: ArticleId
  readonly annotations: readonly Annotation[]
}) {
  return (
    <Modal title="Not in this version" isWide onClose={closeDialog}>
      <p className={dialogs['sum']}>
        {annotations.length === 0
          ? 'Every annotation of the earlier version is in this one.'
          : `${countOf(annotations.length, 'annotation')} of the earlier version could not be placed in this one, and ${annotations.length === 1 ? 'is' : 'are'} kept there. Open it beside this one to see where the words stood, and tag here what fits.`}
      </p>
      <UnplacedList
        label="Could not be placed"
        annotations={annotations.map(annotation => ({
          type: annotation.type,
          words: quotedWords(annotation),
        }))}
      />
      <ModalActions>
        <Button
          onClick={() => {
            closeDialog()
            void openBeside(earlier)
          }}
        >
          Open the earlier version beside
        </Button>
        <Button tone="primary" onClick={closeDialog}>
          Close
        </Button>
      </ModalActions>
    </Modal>
  )
}
