import { X } from 'lucide-react'
import { memo } from 'react'
import { useKeyOf } from '../../commands/use-key-of'
import { IconButton } from '../../controls/icon-button'
import type { PaneId } from '../../state/pane'
import { stateIn } from '../../state/panes'
import { shownTitle } from '../../state/selectors'
import { choosePane, closePane } from '../../state/side-by-side'
import { useWorkbench } from '../../state/store'
import { PaneContext } from '../../state/use-pane'
import { FindBar } from '../find/find-bar'
import { ArticlePage } from './article-page'
import styles from './pane.module.css'
import { TagToolbar } from './tag-toolbar'
import { TypePicker } from './type-picker'

/** One article with its margin, its search and what floats over it. `side`: where it stands, when there are two. */
export const PaneView = memo(function PaneView({
  pane,
  side,
}: {
  readonly pane: PaneId
  readonly side: 'Left' | 'Right' | undefined
}) {
  const reading = useWorkbench(state => stateIn(state, pane).article)
  const isFinding = useWorkbench(state => stateIn(state, pane).find !== undefined)
  const isInUse = useWorkbench(state => state.pane === pane)
  const choose = (): void => {
    choosePane(pane)
  }
  return (
    <PaneContext value={pane}>
      <div
        className={styles['pane']}
        data-pane={pane}
        data-rest={isInUse ? undefined : ''}
        data-finding={isFinding ? '' : undefined}
        {...(side === undefined ? {} : { role: 'region', 'aria-label': `${side} article` })}
        onPointerDownCapture={choose}
        onFocusCapture={choose}
      >
        {side !== undefined && <PaneBar pane={pane} isInUse={isInUse} />}
        {isFinding && <FindBar />}
        {reading !== undefined && (
          <ArticlePage key={reading.article.id} pane={pane} reading={reading} />
        )}
        {isInUse && reading !== undefined && (
          <>
            <TagToolbar />
            <TypePicker />
          </>
        )}
      </div>
    </PaneContext>
  )
})

/** Which article this is, whether it is the one that keys act on, and a way to close it. */
function PaneBar({ pane, isInUse }: { readonly pane: PaneId; readonly isInUse: boolean }) {
  const title = useWorkbench(state => shownTitle(stateIn(state, pane)))
  const keyOf = useKeyOf()
  return (
    <div className={styles['bar']}>
      <span className={styles['title']} title={title} dir="auto">
        {title}
      </span>
      {!isInUse && <span className={styles['key']}>{keyOf('other-article')}</span>}
      <IconButton
        icon={X}
        label={`Close ${title}`}
        keys={isInUse ? keyOf('close-article') : undefined}
        onClick={() => {
          closePane(pane)
        }}
      />
    </div>
  )
}
