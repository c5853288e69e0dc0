import type { ReactNode } from 'react'
import { Component } from 'react'
import { Button } from './controls/button'
import { ArticlesPanel } from './panels/articles/articles-panel'
import { useShowsArticles } from './panels/articles/use-shows-articles'
import { KeyLine, LoneAnswer } from './panels/bars/key-line'
import { Notices } from './panels/bars/notices'
import { SpokenAnnotation } from './panels/bars/spoken-annotation'
import { TopBar } from './panels/bars/top-bar'
import { Dialogs } from './panels/dialogs/dialogs'
import { DropZone } from './panels/dialogs/drop-zone'
import { KeptLines } from './panels/reader/kept-lines'
import { ReaderPanel } from './panels/reader/reader-panel'
import { StartPanel } from './panels/start/start-panel'
import { reportFault, saveFaultReport } from './state/faults'
import { useWorkbench } from './state/store'
import { useTheme } from './theme'
import styles from './workbench.module.css'

/** The frame of the window: bars above and below, articles, text and margin between them. */
export function Workbench() {
  useTheme()
  const isOpen = useWorkbench(state => state.opened !== undefined)
  const isSplit = useWorkbench(state => state.beside !== undefined)
  const isStarted = useWorkbench(state => state.info !== undefined)
  const showsArticles = useShowsArticles()
  const showsKeys = useWorkbench(state => state.info?.preferences.showKeyLine ?? true)
  return (
    <Unbroken>
      <div className={styles['frame']}>
        <TopBar />
        <KeptLines>
          <Notices />
        </KeptLines>
        <div className={styles['body']} data-split={isSplit ? '' : undefined}>
          {isOpen && showsArticles && <ArticlesPanel />}
          {isOpen && <ReaderPanel />}
          {!isOpen && isStarted && <StartPanel />}
        </div>
        {isOpen && (showsKeys ? <KeyLine /> : <LoneAnswer />)}
        {isOpen && <SpokenAnnotation />}
      </div>
      <Dialogs />
      <DropZone />
    </Unbroken>
  )
}

/** Says so when the window cannot be drawn, instead of leaving it blank. */
class Unbroken extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override componentDidCatch(error: unknown): void {
    reportFault(error)
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <div role="alert" className={styles['broken']}>
        <p>
          Assay could not draw this window. Everything that was saved is safe in your project. Draw
          it again; if that does not help, close the window and open the project anew.
        </p>
        <Button
          tone="primary"
          onClick={() => {
            this.setState({ isBroken: false })
          }}
        >
          Draw again
        </Button>
        <Button onClick={() => void saveFaultReport()}>Save a report…</Button>
      </div>
    )
  }
}
