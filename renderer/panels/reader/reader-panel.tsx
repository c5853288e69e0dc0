import { runCommand } from '../../commands/commands'
import { useKeyOf } from '../../commands/use-key-of'
import { Button } from '../../controls/button'
import { presentArticles } from '../../state/articles'
import { useWorkbench } from '../../state/store'
import { AnnotationList } from '../annotations/annotation-list'
import { SourcesPanel } from '../sources/sources-panel'
import { FindBar } from '../find/find-bar'
import { ArticlePage } from './article-page'
import styles from './reader.module.css'
import { TagToolbar } from './tag-toolbar'
import { TypePicker } from './type-picker'

/** The article in the middle of the window, with its margin, its search and what floats over it. */
export function ReaderPanel() {
  const reading = useWorkbench(state => state.article)
  const isFinding = useWorkbench(state => state.find !== undefined)
  const showsList = useWorkbench(state => state.marginShows === 'list')
  const showsSources = useWorkbench(state => state.marginShows === 'sources')
  return (
    <main className={styles['stage']}>
      {reading === undefined ? (
        <NothingToRead />
      ) : (
        <>
          {isFinding && <FindBar />}
          <ArticlePage key={reading.article.id} reading={reading} />
          {showsList && <AnnotationList />}
          <TagToolbar />
          <TypePicker />
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
