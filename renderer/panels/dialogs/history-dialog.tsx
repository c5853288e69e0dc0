import { useMemo, useState } from 'react'
import { typeOf } from '../../../shared/codebook/codebook'
import { deletions } from '../../../shared/project/history/article-history'
import { describeEvent } from '../../../shared/project/history/describe-event'
import type { HistoryEvent } from '../../../shared/project/history/history-event'
import { quotedWords } from '../../../shared/project/history/history-event'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { Views } from '../../controls/views'
import { bringBack, canBringBack, exportHistory } from '../../state/history'
import { closeDialog } from '../../state/notices'
import type { ShownHistory } from '../../state/store'
import { useWorkbench } from '../../state/store'
import { countOf, firstWords } from '../../values/count-text'
import styles from './dialogs.module.css'
import history from './history.module.css'

type View = 'annotation' | 'article' | 'deleted'

/** Lines that are drawn; whoever wants more saves the history as a file. */
const mostLines = 300

/** Who did what to an annotation, or to all of the article, the latest first; what was deleted can come back. */
export function HistoryDialog({ shown }: { readonly shown: ShownHistory }) {
  const { history: known, annotation } = shown
  const [view, setView] = useState<View>(annotation === undefined ? 'article' : 'annotation')
  const listed = useMemo(() => {
    if (view === 'deleted') return deletions(known.events)
    const all = known.events.toReversed()
    return view === 'article' ? all : all.filter(({ id }) => id === annotation)
  }, [known, view, annotation])
  const views: readonly (readonly [View, string])[] = [
    ...(annotation === undefined ? [] : [['annotation', 'This annotation'] as const]),
    ['article', 'The whole article'],
    ['deleted', 'What was deleted'],
  ]
  return (
    <Modal title="History" isWide onClose={closeDialog}>
      <Views views={views} shown={view} onShow={setView} />
      <ol className={history['events']} aria-label="Events" tabIndex={0}>
        {listed.slice(0, mostLines).map((event, index) => (
          <Event
            key={`${event.at} ${index.toString()}`}
            event={event}
            showsWords={view !== 'annotation'}
            canComeBack={view === 'deleted'}
          />
        ))}
      </ol>
      {listed.length === 0 && <p className={styles['remark']}>{nothing[view]}</p>}
      {listed.length > mostLines && (
        <p className={styles['remark']}>
          and {countOf(listed.length - mostLines, 'earlier change')}: save the history to read them
        </p>
      )}
      {known.setAside > 0 && (
        <p className={styles['remark']}>
          {countOf(known.setAside, 'edit')} behind a damaged place of the record could not be
          applied and {known.setAside === 1 ? 'is' : 'are'} not listed; everything is kept.
        </p>
      )}
      <ModalActions>
        <Button onClick={() => void exportHistory(shown)}>Save as CSV or JSON…</Button>
        <Button tone="primary" onClick={closeDialog}>
          Close
        </Button>
      </ModalActions>
    </Modal>
  )
}

const nothing: Readonly<Record<View, string>> = {
  annotation: 'Nothing is recorded of this annotation: it came with the project.',
  article: 'Nobody has done anything here yet.',
  deleted: 'Nothing was deleted here.',
}

function Event({
  event,
  showsWords,
  canComeBack,
}: {
  readonly event: HistoryEvent
  readonly showsWords: boolean
  readonly canComeBack: boolean
}) {
  const project = useWorkbench(state => state.project)
  const isOffered = useWorkbench(state => canComeBack && canBringBack(state, event))
  const name = project?.annotators.get(event.by)?.name ?? 'Somebody else'
  return (
    <li className={history['event']}>
      <time className={history['time']} dateTime={event.at}>
        {timeFormat.format(new Date(event.at))}
      </time>
      <div className={history['what']}>
        <p>
          <strong>{name}</strong> {project === undefined ? '' : describeEvent(event, project)}
        </p>
        {showsWords && event.annotation !== undefined && (
          <p className={history['words']} dir="auto">
            {project !== undefined &&
              `${typeOf(project.codebook, event.annotation.type)?.label ?? event.annotation.type} `}
            “{firstWords(quotedWords(event.annotation), 160)}”
          </p>
        )}
      </div>
      {isOffered && (
        <Button
          onClick={() => {
            bringBack(event)
          }}
        >
          Bring back
        </Button>
      )}
    </li>
  )
}

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
