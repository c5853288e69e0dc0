import type { ProjectHandle } from '../../../../shared/ipc/handles'
import type { Mended } from '../../../../shared/project/damage/checked'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { openMended } from '../../../state/checking'
import { closeDialog } from '../../../state/notices'
import { useWorkbench } from '../../../state/store'
import { countOf } from '../../../values/count-text'
import dialogs from '../dialogs.module.css'
import { CopyReportButton } from './copy-report-button'
import { Scrolled } from './scrolled'
import type { ToldThing } from './told-things'
import { ToldThings } from './told-things'
import styles from './upkeep.module.css'

/** What a repair has done, what stays as it is, and where everything is kept. */
export function MendedDialog({
  project,
  mended,
}: {
  readonly project: ProjectHandle
  readonly mended: Mended
}) {
  const isOpen = useWorkbench(state => state.opened?.project === project)
  const { more, quarantine } = mended
  return (
    <Modal title="What was mended" isWide onClose={closeDialog}>
      <p className={dialogs['sum']}>{summary(mended)}</p>
      <Scrolled label="What was done">
        <ToldThings title="Stays as it is" things={told(mended, true)} />
        <ToldThings title="Mended or put aside" things={told(mended, false)} />
        {more > 0 && <p className={styles['remark']}>and {countOf(more, 'more', 'more')}</p>}
      </Scrolled>
      {quarantine !== undefined && (
        <p className={styles['remark']}>
          Everything that was replaced or taken out is kept in the folder “{quarantine}” of the
          project, with a list. The backup from before is among the backups, “Before a repair”.
        </p>
      )}
      <ModalActions>
        <CopyReportButton />
        {isOpen ? (
          <Button tone="primary" onClick={closeDialog}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={closeDialog}>Close</Button>
            <Button
              tone="primary"
              onClick={() => {
                openMended(project)
              }}
            >
              Open the project
            </Button>
          </>
        )}
      </ModalActions>
    </Modal>
  )
}

function summary({ mended, left, quarantine }: Mended): string {
  if (quarantine === undefined) return 'There was nothing to mend.'
  const done = `${countOf(mended, 'thing was', 'things were')} mended or put aside.`
  if (left === 0) return `${done} Everything in the project is in order now.`
  return `${done} ${countOf(left, 'thing stays', 'things stay')} as ${left === 1 ? 'it is' : 'they are'}.`
}

function told({ items }: Mended, stays: boolean): ToldThing[] {
  return items.filter(item => item.stays === stays).map(item => ({ ...item, follows: item.done }))
}
