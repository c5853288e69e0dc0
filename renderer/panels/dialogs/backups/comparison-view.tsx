import { useEffect, useState } from 'react'
import type { BackupInfo } from '../../../../shared/ipc/backup-calls'
import type { ProjectHandle } from '../../../../shared/ipc/handles'
import type { Comparison } from '../../../../shared/project/compare/comparison'
import { Button } from '../../../controls/button'
import { ModalActions } from '../../../controls/modal'
import { cancelUpkeep } from '../../../state/checking'
import { closeDialog } from '../../../state/notices'
import { openBackup } from '../../../state/opening'
import { call } from '../../../workbench-api'
import { ComparedChanges } from '../compared-changes'
import dialogs from '../dialogs.module.css'
import { UpkeepProgress } from '../upkeep/upkeep-progress'
import { Scrolled } from '../upkeep/scrolled'
import upkeep from '../upkeep/upkeep.module.css'
import { writeMoment } from './backup-words'

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
  const isSame = comparison.project.length === 0 && comparison.articles.length === 0
  return (
    <>
      <p role="status" className={upkeep['sum']}>
        {isSame ? 'Nothing differs: it is as it was then.' : sumText(comparison)}
      </p>
      <Scrolled label="All that differs">
        <ComparedChanges
          comparison={comparison}
          words={{ added: 'Added', removed: 'Removed', changed: 'Changed' }}
        />
      </Scrolled>
    </>
  )
}

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
