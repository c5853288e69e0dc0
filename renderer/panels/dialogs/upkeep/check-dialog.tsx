import { useEffect, useState } from 'react'
import type { ProjectHandle } from '../../../../shared/ipc/handles'
import type { Checked } from '../../../../shared/project/damage/checked'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { cancelUpkeep, mendProject } from '../../../state/checking'
import { closeDialog } from '../../../state/notices'
import type { WorkbenchState } from '../../../state/store'
import { useWorkbench } from '../../../state/store'
import { call } from '../../../workbench-api'
import { CheckedView } from './checked-view'
import { MendView } from './mend-view'
import { UpkeepProgress } from './upkeep-progress'

type Step = 'looking' | 'looked' | 'asking' | 'mending'

/** Looks through a whole project, shows what is not as it should be, and mends it when asked to. */
export function CheckDialog({
  project,
  checked: known,
}: {
  readonly project: ProjectHandle
  readonly checked?: Checked
}) {
  const [step, setStep] = useState<Step>(known === undefined ? 'looking' : 'looked')
  const [checked, setChecked] = useState(known)
  const [problem, setProblem] = useState<string>()
  const repairing = useWorkbench(state => state.upkeep)
  const isOpen = useWorkbench(state => state.opened?.project === project)

  useEffect(() => {
    if (step !== 'looking') return
    let isWanted = true
    void call('checkProject', { project }).then(answer => {
      if (!isWanted) return
      if (answer.ok) setChecked(answer.value)
      setProblem(answer.ok ? undefined : answer.error.message)
      setStep('looked')
    })
    return () => {
      isWanted = false
      cancelUpkeep()
    }
  }, [project, step])

  const close = (): void => {
    if (step !== 'mending') closeDialog()
  }
  const mend = (): void => {
    setStep('mending')
    void mendProject(project)
  }
  return (
    <Modal
      title={step === 'asking' ? 'Mend the project' : 'Check the project'}
      isWide
      onClose={close}
    >
      {step === 'looking' && <UpkeepProgress doing="Reading and verifying every file" />}
      {step === 'mending' && <UpkeepProgress doing={stepWords(repairing)} />}
      {step === 'looked' && problem !== undefined && (
        <>
          <p role="alert">{problem}</p>
          <ModalActions>
            <Button tone="primary" onClick={closeDialog}>
              Close
            </Button>
          </ModalActions>
        </>
      )}
      {step === 'looked' && problem === undefined && checked !== undefined && (
        <CheckedView
          project={project}
          checked={checked}
          onAgain={() => {
            setStep('looking')
          }}
          onMend={() => {
            setStep('asking')
          }}
        />
      )}
      {step === 'asking' && checked !== undefined && (
        <MendView
          sums={checked.sums}
          isOpen={isOpen}
          onBack={() => {
            setStep('looked')
          }}
          onMend={mend}
        />
      )}
    </Modal>
  )
}

function stepWords(progress: WorkbenchState['upkeep']): string {
  const step = progress !== undefined && 'step' in progress ? progress.step : 'backup'
  switch (step) {
    case 'backup':
      return 'Making a backup of the project as it is'
    case 'mend':
      return 'Mending'
    case 'check':
      return 'Looking through the project again'
  }
}
