import { runCommand } from '../../commands/commands'
import { useKeyOf } from '../../commands/use-key-of'
import { Button } from '../../controls/button'
import { presentArticles } from '../../state/articles'
import { useWorkbench } from '../../state/store'
import { AnnotationList } from '../annotations/annotation-list'
import { SourcesPanel } from '../sources/sources-panel'
import { PaneView } from './pane-view'
import styles from './reader.module.css'

/** The article in the middle of the window, or two side by side, and what can stand right of them. */
export function ReaderPanel() {
  const isEmpty = useWorkbench(state => state.article === undefined && state.beside === undefined)
  const panes = useWorkbench(state => state.panes)
  const isSplit = panes.length > 1
  const showsList = useWorkbench(state => state.marginShows === 'list')
  const showsSources = useWorkbench(state => state.marginShows === 'sources')
  return (
    <main className={styles['stage']} data-list={showsList || showsSources ? '' : undefined}>
      {isEmpty ? (
        <NothingToRead />
      ) : (
        <>
          {panes.map((pane, index) => (
            <PaneView
              key={pane}
              pane={pane}
              side={isSplit ? (index === 0 ? 'Left' : 'Right') : undefined}
            />
          ))}
          {showsList && <AnnotationList />}
        </>
      )}
      {showsSources && <SourcesPanel />}
    </main>
  )
}

function NothingToRead() {
  const isEmpty = useWorkbench(state => presentArticles(state.summaries).length === 0)
  const keyOf = useKeyOf()
  if (!isEmpty) return <div className={styles['empty']} />
  return (
    <div className={styles['empty']}>
      <p>No articles yet: drop files here or press {keyOf('import')}.</p>
      <p className={styles['emptyActions']}>
        <Button onClick={() => runCommand('import')}>Import articles…</Button>
      </p>
    </div>
  )
}
