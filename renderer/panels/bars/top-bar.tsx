import { List, PanelLeft, Search, Users } from 'lucide-react'
import { runCommand } from '../../commands/commands'
import { useKeyOf } from '../../commands/use-key-of'
import { IconButton } from '../../controls/icon-button'
import { shownTitle } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { useShowsArticles } from '../articles/use-shows-articles'
import { AnnotatorButton } from './annotator-button'
import { ArmedTag } from './armed-tag'
import styles from './bars.module.css'
import { BegunLink } from './begun-link'
import { MarksMenu } from './marks-menu'
import { SaveWord } from './save-word'

/** Where one is, find, whose annotations these are, and whether everything is saved. */
export function TopBar() {
  const isOpen = useWorkbench(state => state.opened !== undefined)
  return (
    <header className={styles['top']}>
      {isOpen ? <OpenBar /> : <span className={styles['where']}>Assay</span>}
    </header>
  )
}

function OpenBar() {
  const project = useWorkbench(state => state.project?.name ?? '')
  const title = useWorkbench(shownTitle)
  const showsArticles = useShowsArticles()
  const showsList = useWorkbench(state => state.marginShows === 'list')
  const showsSources = useWorkbench(state => state.marginShows === 'sources')
  const keyOf = useKeyOf()
  return (
    <>
      <IconButton
        icon={PanelLeft}
        label="List of articles"
        keys={keyOf('toggle-articles')}
        aria-pressed={showsArticles}
        onClick={() => runCommand('toggle-articles')}
      />
      <div className={styles['where']}>
        <span className={styles['project']}>{project}</span>
        {title !== '' && (
          <>
            <span className={styles['between']} aria-hidden>
              ›
            </span>
            <span className={styles['article']} dir="auto">
              {title}
            </span>
          </>
        )}
      </div>
      <BegunLink />
      <ArmedTag />
      <IconButton
        icon={Search}
        label="Find in the article"
        keys={keyOf('find')}
        disabled={title === ''}
        onClick={() => runCommand('find')}
      />
      <IconButton
        icon={List}
        label="List of annotations"
        keys={keyOf('toggle-list')}
        aria-pressed={showsList}
        onClick={() => runCommand('toggle-list')}
      />
      <MarksMenu />
      <IconButton
        icon={Users}
        label="Sources"
        keys={keyOf('sources')}
        aria-pressed={showsSources}
        onClick={() => runCommand('sources')}
      />
      <AnnotatorButton />
      <SaveWord />
    </>
  )
}
