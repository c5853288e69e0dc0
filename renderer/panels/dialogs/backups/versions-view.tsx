import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../../shared/ipc/contract'
import type { ProjectHandle } from '../../../../shared/ipc/handles'
import type { KeptFile, Versioned } from '../../../../shared/ipc/version-calls'
import { Button } from '../../../controls/button'
import { ModalActions } from '../../../controls/modal'
import { closeDialog } from '../../../state/notices'
import { takeVersion } from '../../../state/outside'
import { useWorkbench } from '../../../state/store'
import { countOf } from '../../../values/count-text'
import { call } from '../../../workbench-api'
import { DifferenceList } from '../difference-list'
import dialogs from '../dialogs.module.css'
import { Scrolled } from '../upkeep/scrolled'
import upkeep from '../upkeep/upkeep.module.css'
import { writeMoment } from './backup-words'

type Chosen = {
  readonly of: Versioned
  readonly version: string
  readonly at: string
  readonly found: Extract<CallOutput<'compareVersion'>, { ok: true }>['value']
}

/** The last versions of the article's own annotations, and of what all articles share: each compared, and used again. */
export function VersionsView({ project }: { readonly project: ProjectHandle }) {
  const article = useWorkbench(state => state.article?.article.id)
  const isReadOnly = useWorkbench(state => state.opened?.readOnly !== undefined)
  const [files, setFiles] = useState<readonly KeptFile[]>()
  const [chosen, setChosen] = useState<Chosen>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let isOpen = true
    const asked = { project, ...(article === undefined ? {} : { article }) }
    void call('listVersions', asked).then(answer => {
      if (!isOpen) return
      if (answer.ok) setFiles(answer.value.files)
      else setProblem(answer.error.message)
    })
    return () => {
      isOpen = false
    }
  }, [project, article])
  const compare = async (of: Versioned, version: string, at: string): Promise<void> => {
    const answer = await call('compareVersion', { project, of, version })
    if (answer.ok) setChosen({ of, version, at, found: answer.value })
    else setProblem(answer.error.message)
  }

  if (chosen !== undefined)
    return (
      <Version
        chosen={chosen}
        isReadOnly={isReadOnly}
        onBack={() => {
          setChosen(undefined)
        }}
      />
    )
  return (
    <>
      <p className={dialogs['sum']}>
        The last five versions of each file are kept beside the backups, as it was every time it was
        written. Those that say something else than the present one:
      </p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {files?.length === 0 && (
        <p className={dialogs['remark']}>
          There is none of this article, and none of the codebook, the sources or the name of the
          project.
        </p>
      )}
      <div className={upkeep['scrolled']}>
        {files?.map(({ of, what, versions }) => (
          <section key={what} className={upkeep['group']} aria-label={what}>
            <h3 className={upkeep['what']} dir="auto">
              {what.slice(0, 1).toUpperCase()}
              {what.slice(1)}
            </h3>
            <ul>
              {versions.map(({ version, at }) => (
                <li key={version} className={upkeep['version']}>
                  {writeMoment(at, 'second')}
                  <Button
                    aria-label={`What differs in ${what} of ${writeMoment(at, 'second')}`}
                    onClick={() => void compare(of, version, at)}
                  >
                    What differs
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <ModalActions>
        <Button tone="primary" onClick={closeDialog}>
          Done
        </Button>
      </ModalActions>
    </>
  )
}

function Version({
  chosen: { of, version, at, found },
  isReadOnly,
  onBack,
}: {
  readonly chosen: Chosen
  readonly isReadOnly: boolean
  readonly onBack: () => void
}) {
  const { what, differences, more } = found
  return (
    <>
      <p className={dialogs['sum']}>
        Going back to {what} of {writeMoment(at, 'second')} makes{' '}
        {countOf(differences.length + more, 'change')}, which one undo takes back.
      </p>
      <Scrolled label="All that differs">
        <DifferenceList
          label="Differences"
          differences={differences}
          more={more}
          words={{ added: 'Comes back', removed: 'Goes', changed: 'Changes' }}
        />
      </Scrolled>
      <ModalActions>
        <Button tone="quiet" onClick={onBack}>
          Back
        </Button>
        <Button
          disabled={isReadOnly}
          onClick={() => {
            closeDialog()
            void takeVersion(of, version)
          }}
        >
          Go back to it
        </Button>
        <Button tone="primary" onClick={closeDialog}>
          Keep the present one
        </Button>
      </ModalActions>
    </>
  )
}
