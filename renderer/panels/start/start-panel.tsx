import { X } from 'lucide-react'
import type { RecentProject } from '../../../shared/ipc/app-calls'
import { Button } from '../../controls/button'
import { IconButton } from '../../controls/icon-button'
import { forgetWaiting } from '../../state/named-articles'
import { showDialog } from '../../state/notices'
import { chooseProject, forgetProject, openProject, openSample } from '../../state/opening'
import { useWorkbench } from '../../state/store'
import { writeCount } from '../../values/count-text'
import { writeDate } from '../../values/date-text'
import styles from './start-panel.module.css'

const noProjects: readonly RecentProject[] = []

/** What stands here while no project is open. */
export function StartPanel() {
  const recent = useWorkbench(state => state.info?.recent ?? noProjects)
  return (
    <main className={styles['start']}>
      <div className={styles['page']}>
        <h1 className={styles['title']}>Take the news apart</h1>
        <p className={styles['lead']}>
          Read an article closely, mark its claims, quotes and figures, and export them as a
          dataset. Everything stays on this computer.
        </p>
        <WaitingArticles />
        <div className={styles['actions']}>
          <Button
            tone="primary"
            onClick={() => {
              showDialog({ kind: 'new-project' })
            }}
          >
            New project
          </Button>
          <Button onClick={() => void chooseProject()}>Open project…</Button>
          <Button onClick={() => void openSample()}>Open the sample project</Button>
        </div>
        {recent.length > 0 && (
          <section aria-labelledby="recent-title">
            <h2 id="recent-title" className={styles['recentTitle']}>
              Recent projects
            </h2>
            <ul>
              {recent.map(project => (
                <RecentLine key={project.project} project={project} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}

const fewNames = 3

/** Articles that the program was started with, and which project takes them. */
function WaitingArticles() {
  const waiting = useWorkbench(state => state.waitingArticles)
  if (waiting.length === 0) return null
  const more = waiting.length - fewNames
  return (
    <section className={styles['waiting']} aria-label="Articles to import">
      <p>
        {waiting.slice(0, fewNames).map(({ file, name }, index) => (
          <span key={file}>
            {index > 0 && ', '}
            <bdi>{name}</bdi>
          </span>
        ))}
        {more > 0 && ` and ${writeCount(more)} more`} {waiting.length === 1 ? 'is' : 'are'} imported
        into the project that you open or make now.
      </p>
      <Button onClick={forgetWaiting}>Do not import</Button>
    </section>
  )
}

function RecentLine({ project }: { readonly project: RecentProject }) {
  return (
    <li className={styles['recent']}>
      <button
        type="button"
        className={styles['recentOpen']}
        onClick={() => void openProject(project.project)}
      >
        <span className={styles['recentName']}>{project.name}</span>{' '}
        <span className={styles['recentFolder']}>{project.folder}</span>{' '}
        <span className={styles['recentDate']}>{writeDate(project.openedAt)}</span>
      </button>
      <IconButton
        icon={X}
        label={`Remove ${project.name} from the list`}
        onClick={() => void forgetProject(project.project)}
      />
    </li>
  )
}
