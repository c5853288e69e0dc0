import { X } from 'lucide-react'
import type { RecentProject } from '../../../shared/ipc/app-calls'
import { Button } from '../../controls/button'
import { IconButton } from '../../controls/icon-button'
import { showDialog } from '../../state/notices'
import { chooseProject, forgetProject, openProject, openSample } from '../../state/opening'
import { useWorkbench } from '../../state/store'
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
