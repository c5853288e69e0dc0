import { useEffect, useState } from 'react'
import type { BackupInfo } from '../../../../shared/ipc/backup-calls'
import type { ProjectHandle } from '../../../../shared/ipc/handles'
import type { ComparedArticle, Comparison } from '../../../../shared/project/compare/comparison'
import { Button } from '../../../controls/button'
import { ModalActions } from '../../../controls/modal'
import { cancelUpkeep } from '../../../state/checking'
import { closeDialog } from '../../../state/notices'
import { openBackup } from '../../../state/opening'
import { countOf } from '../../../values/count-text'
import { call } from '../../../workbench-api'
import { DifferenceList } from '../difference-list'
import dialogs from '../dialogs.module.css'
import { UpkeepProgress } from '../upkeep/upkeep-progress'
import upkeep from '../upkeep/upkeep.module.css'
import { writeMoment } from './backup-words'

const words = { added: 'Added', removed: 'Removed', changed: 'Changed' }

/** How a project differs now from what it was in a backup: article by article, with the words on request. */
export function ComparisonView({
  project,
  backup,
  onBack,
}: {
  readonly project: ProjectHandle
  readonly backup: BackupInfo
  readonly onBack: () => void
}) {
  const [comparison, setComparison] = useState<Comparison>()
  const [problem, setProblem] = useState<string>()
  const { serial, at } = backup
  useEffect(() => {
    let isWanted = true
    void call('compareBackup', { project, serial, at }).then(answer => {
      if (!isWanted) return
      if (answer.ok) setComparison(answer.value)
      else setProblem(answer.error.message)
    })
    return () => {
      isWanted = false
      cancelUpkeep()
    }
  }, [project, serial, at])
  return (
    <>
      <p className={dialogs['sum']}>
        The project as it is now, against the backup of {writeMoment(at)}.
      </p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {problem === undefined && comparison === undefined && (
        <UpkeepProgress doing="Comparing the articles" />
      )}
      {comparison !== undefined && <Compared comparison={comparison} />}
      <ModalActions>
        <Button tone="quiet" onClick={onBack}>
          Back
        </Button>
        <Button
          onClick={() => {
            closeDialog()
            void openBackup(project, backup)
          }}
        >
          Open the backup as a copy…
        </Button>
        <Button tone="primary" onClick={closeDialog}>
          Done
        </Button>
      </ModalActions>
    </>
  )
}

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const { project, moreOfProject, articles, moreArticles } = comparison
  const isSame = project.length === 0 && articles.length === 0
  return (
    <>
      <p role="status" className={upkeep['sum']}>
        {isSame ? 'Nothing differs: it is as it was then.' : sumText(comparison)}
      </p>
      <div className={upkeep['scrolled']}>
        {project.length > 0 && (
          <section className={upkeep['group']} aria-label="The whole project">
            <h3 className={upkeep['title']}>The whole project</h3>
            <DifferenceList
              label="Differences of the whole project"
              differences={project}
              more={moreOfProject}
              words={words}
            />
          </section>
        )}
        {articles.length > 0 && (
          <section className={upkeep['group']} aria-label="Articles that differ">
            <h3 className={upkeep['title']}>Articles</h3>
            {articles.map(article => (
              <Article key={article.article} article={article} isAlone={articles.length === 1} />
            ))}
            {moreArticles > 0 && (
              <p className={upkeep['remark']}>
                and {countOf(moreArticles, 'more article')}, counted above
              </p>
            )}
          </section>
        )}
      </div>
    </>
  )
}

function Article({
  article,
  isAlone,
}: {
  readonly article: ComparedArticle
  readonly isAlone: boolean
}) {
  const { title, state, annotations, differences, more } = article
  const counts = (['added', 'removed', 'changed'] as const).flatMap(change =>
    annotations[change] === 0 ? [] : [`${annotations[change].toLocaleString('en')} ${change}`],
  )
  const sum = [
    ...(state === 'changed' ? [] : [stateWords[state]]),
    ...(counts.length === 0 ? [] : [`annotations: ${counts.join(', ')}`]),
  ].join('; ')
  return (
    <details className={upkeep['article']} open={isAlone}>
      <summary>
        <span className={upkeep['articleTitle']} dir="auto">
          {title}
        </span>
        <span className={upkeep['counts']}>{sum}</span>
      </summary>
      <div className={upkeep['inside']}>
        {differences.length === 0 && more === 0 && (
          <p className={upkeep['remark']}>It has no annotations.</p>
        )}
        <DifferenceList
          label={`Differences of ${title}`}
          differences={differences}
          more={more}
          words={words}
        />
      </div>
    </details>
  )
}

const stateWords = {
  added: 'new since then',
  removed: 'not in the project any more',
  unreadable: 'cannot be read now',
} as const

function sumText({ sums }: Comparison): string {
  const part = (counts: Comparison['sums']['articles'], noun: string): string[] => {
    const all = (['added', 'removed', 'changed'] as const).filter(change => counts[change] > 0)
    return all.length === 0
      ? []
      : [
          `${noun}: ${all.map(change => `${counts[change].toLocaleString('en')} ${change}`).join(', ')}`,
        ]
  }
  const said = [...part(sums.articles, 'Articles'), ...part(sums.annotations, 'Annotations')]
  return said.length === 0 ? 'Articles and annotations are as they were.' : `${said.join('. ')}.`
}
