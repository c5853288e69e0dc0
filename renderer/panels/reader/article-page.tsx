import { useEffect, useMemo } from 'react'
import type { ArticleId } from '../../../shared/article/article'
import { metadataOf, titleOf } from '../../../shared/article/article'
import type { ArticleReading } from '../../../shared/ipc/article-reading'
import { handleKey } from '../../commands/keyboard'
import { ArticleView } from '../../editor/article-view'
import type { ArticleViewHandle } from '../../editor/article-view-contract'
import { annotationAt, focusAnnotation, selectionMoved } from '../../state/annotating'
import { extendIfPossible } from '../../state/extending'
import { meantBy } from '../../state/selecting'
import { tagIfArmed } from '../../state/tagging'
import { store, useWorkbench } from '../../state/store'
import type { PaneId } from '../../state/pane'
import { changeIn, stateIn } from '../../state/panes'
import { placeIn, scroller, setShownView } from '../../state/view'
import { langOf } from '../../values/lang-of'
import { MarginLayer } from '../margin/margin-layer'
import { ArticleHead } from './article-head'
import { BoundaryHandles } from './boundary-handles'
import { HeldRoom } from './held-room'
import { paintingSource } from './painting-source'
import styles from './reader.module.css'
import { titleInText } from './title-in-text'

/** Title, text and margin of one article, scrolled together. */
export function ArticlePage({
  pane,
  reading,
}: {
  readonly pane: PaneId
  readonly reading: ArticleReading
}) {
  const { article } = reading
  const edits = useWorkbench(state => state.project?.edits.get(article.id))
  const isOpen = useWorkbench(state => state.project !== undefined)
  const language = metadataOf(article, edits)['language']?.value
  const title = titleOf(article, edits)
  const opening = useMemo(() => titleInText(article, title), [article, title])
  const painting = useMemo(() => paintingSource(pane, article.id), [pane, article.id])
  useEffect(
    () => () => {
      setShownView(pane, article.id, undefined)
    },
    [pane, article.id],
  )
  return (
    <div className={styles['scroller']} data-scroll="" tabIndex={-1}>
      <div className={styles['page']}>
        <ArticleHead article={article} saysTitle={opening === undefined} />
        <section
          className={styles['text']}
          aria-label="Text"
          data-opens-with-title={opening === 'line' ? '' : undefined}
        >
          {isOpen && (
            <ArticleView
              document={article.document}
              label={`Text of ${title}`}
              lang={langOf(language)}
              painting={painting}
              onSelection={selection => {
                selectionMoved(selection, pane)
              }}
              onPress={offset => {
                focusAnnotation(annotationAt(offset, pane))
              }}
              meant={meantBy}
              onSelected={({ isAdding, presses }) => {
                if (isAdding) extendIfPossible()
                else tagIfArmed(presses)
              }}
              onHover={offset => {
                hover(pane, offset)
              }}
              onVisible={visible => {
                store.setState(state => changeIn(state, pane, { visible }))
              }}
              onKey={handleKey}
              isSelecting={() => stateIn(store.getState(), pane).moving !== undefined}
              onReady={view => {
                begin(pane, article.id, view)
              }}
            />
          )}
          <BoundaryHandles />
        </section>
        <MarginLayer />
        <HeldRoom />
      </div>
    </div>
  )
}

function hover(pane: PaneId, offset: number | undefined): void {
  const hovered = offset === undefined ? undefined : annotationAt(offset, pane)
  if (store.getState().hovered !== hovered) store.setState({ hovered })
}

/** Back to where one was in this article, with the keyboard in the text. */
function begin(pane: PaneId, article: ArticleId, view: ArticleViewHandle): void {
  const place = placeIn(article)
  view.select(place?.selection ?? { anchor: 0, head: 0 })
  if (store.getState().pane === pane) view.focus()
  const scrolled = scroller(pane)
  if (scrolled !== null) scrolled.scrollTop = place?.scrollTop ?? 0
  setShownView(pane, article, view)
}
