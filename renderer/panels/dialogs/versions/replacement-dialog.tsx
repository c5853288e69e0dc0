import { useState } from 'react'
import type { ReplacementPreview } from '../../../../shared/ipc/import-calls'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import type { ReportPlace } from '../../../state/store'
import { useWorkbench } from '../../../state/store'
import { leaveReplacement, takeVersion } from '../../../state/versions'
import { countOf, writeCount } from '../../../values/count-text'
import dialogs from '../dialogs.module.css'
import { UnplacedList } from './unplaced-list'

/** What another version of an article would change, before it is taken in its place or beside it. */
export function ReplacementDialog({
  preview,
  back,
}: {
  readonly preview: ReplacementPreview
  /** The report that is shown again afterwards. */
  readonly back: ReportPlace | undefined
}) {
  const { article, title, words, placed, moved, lost, moreLost, remarks, own } = preview
  const earlier = useWorkbench(({ summaries }) =>
    own === undefined ? undefined : summaries.find(({ id }) => id === article)?.title,
  )
  const [isBusy, setBusy] = useState(false)
  const lostCount = lost.length + moreLost
  const take = (as: 'replacement' | 'new-article'): void => {
    setBusy(true)
    void takeVersion(preview, as, back)
  }
  const leave = (): void => {
    if (!isBusy) leaveReplacement(back)
  }
  return (
    <Modal title="Another version of the article" isWide onClose={leave}>
      <p className={dialogs['sum']}>
        “{title}”{earlier !== undefined && earlier !== title && ` in the place of “${earlier}”`}:{' '}
        {countOf(words.after, 'word')} instead of {countOf(words.before, 'word')}.
      </p>
      {remarks.map(remark => (
        <p key={remark} className={dialogs['remark']}>
          {remark}
        </p>
      ))}
      <p className={dialogs['sum']}>
        {annotationWords(placed, moved, lostCount)}
        {own !== undefined && own > 0 && ` ${ownWords(own)}`}
      </p>
      {lostCount > 0 && (
        <UnplacedList label="Could not be placed" annotations={lost} more={moreLost} />
      )}
      <p className={dialogs['remark']}>
        Replaced, the earlier version goes into the bin with{' '}
        {lostCount === 0 ? 'its text' : 'its text and what could not be placed'}; the title,
        details, tags and note you wrote go over
        {own !== undefined && ', and what you wrote of this one stays'}. One undo takes all of it
        back.
      </p>
      <ModalActions>
        <Button tone="quiet" disabled={isBusy} onClick={leave}>
          Cancel
        </Button>
        {own === undefined && (
          <Button
            disabled={isBusy}
            onClick={() => {
              take('new-article')
            }}
          >
            As a new article
          </Button>
        )}
        <Button
          tone="primary"
          disabled={isBusy}
          onClick={() => {
            take('replacement')
          }}
        >
          {own === undefined ? 'Replace the article' : 'Replace the earlier one'}
        </Button>
      </ModalActions>
    </Modal>
  )
}

function ownWords(own: number): string {
  return own === 1
    ? 'The annotation that it has already stays.'
    : `The ${writeCount(own)} annotations that it has already stay.`
}

function annotationWords(placed: number, moved: number, lost: number): string {
  if (placed + lost === 0) return 'Nobody has annotated the earlier version.'
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
