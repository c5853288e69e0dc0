import type { ReplacementPreview } from '../../../../shared/ipc/import-calls'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { closeDialog } from '../../../state/notices'
import { takeVersion } from '../../../state/versions'
import { countOf } from '../../../values/count-text'
import dialogs from '../dialogs.module.css'
import { UnplacedList } from './unplaced-list'

/** What another version of an article would change, before it is taken in its place or beside it. */
export function ReplacementDialog({ preview }: { readonly preview: ReplacementPreview }) {
  const { title, words, placed, moved, lost, moreLost, remarks } = preview
  const lostCount = lost.length + moreLost
  return (
    <Modal title="Another version of the article" isWide onClose={closeDialog}>
      <p className={dialogs['sum']}>
        “{title}”: {countOf(words.after, 'word')} instead of {countOf(words.before, 'word')}.
      </p>
      {remarks.map(remark => (
        <p key={remark} className={dialogs['remark']}>
          {remark}
        </p>
      ))}
      <p className={dialogs['sum']}>{annotationWords(placed, moved, lostCount)}</p>
      {lostCount > 0 && (
        <UnplacedList label="Could not be placed" annotations={lost} more={moreLost} />
      )}
      <p className={dialogs['remark']}>
        Replaced, the earlier version goes into the bin with{' '}
        {lostCount === 0 ? 'its text' : 'its text and what could not be placed'}; the title,
        details, tags and note you wrote go over. One undo takes all of it back.
      </p>
      <ModalActions>
        <Button tone="quiet" onClick={closeDialog}>
          Cancel
        </Button>
        <Button onClick={() => void takeVersion(preview, 'new-article')}>As a new article</Button>
        <Button tone="primary" onClick={() => void takeVersion(preview, 'replacement')}>
          Replace the article
        </Button>
      </ModalActions>
    </Modal>
  )
}

function annotationWords(placed: number, moved: number, lost: number): string {
  if (placed + lost === 0) return 'Nobody has annotated the article.'
  const found =
    placed === 0
      ? 'No annotation was found in its text'
      : `${countOf(placed, 'annotation was', 'annotations were')} found in its text`
  const elsewhere =
    moved === 0
      ? ''
      : `, ${placed === 1 ? '' : moved === placed ? 'all ' : `${moved.toString()} of them `}at another place`
  return lost === 0
    ? `${found}${elsewhere}; none is left over.`
    : `${found}${elsewhere}; ${countOf(lost, 'could', 'could')} not be placed.`
}
