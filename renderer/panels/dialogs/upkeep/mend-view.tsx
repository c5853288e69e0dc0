import type { Checked } from '../../../../shared/project/damage/checked'
import { Button } from '../../../controls/button'
import { ModalActions } from '../../../controls/modal'
import { countOf } from '../../../values/count-text'
import dialogs from '../dialogs.module.css'
import styles from './upkeep.module.css'

/** Says what mending will do, before it is done. */
export function MendView({
  sums: { mends, aside, stays },
  isOpen,
  onBack,
  onMend,
}: {
  readonly sums: Checked['sums']
  /** The project is the one on screen. */
  readonly isOpen: boolean
  readonly onBack: () => void
  readonly onMend: () => void
}) {
  return (
    <>
      <p className={dialogs['sum']}>
        First a backup is made of the project as it is now, damage and all. When that fails, nothing
        is changed. Then:
      </p>
      <ul className={styles['steps']} aria-label="What will be done">
        {mends > 0 && (
          <li>
            {countOf(mends, 'thing is', 'things are')} put together again, from the record of all
            edits or from backups
          </li>
        )}
        {aside > 0 && (
          <li>
            {countOf(aside, 'thing is', 'things are')} moved out of the way, into the folder
            “quarantine” of the project
          </li>
        )}
        {stays > 0 && (
          <li>
            {countOf(stays, 'thing', 'things')} no program can mend:{' '}
            {stays === 1 ? 'it stays' : 'they stay'} as {stays === 1 ? 'it is' : 'they are'}, and{' '}
            {stays === 1 ? 'is' : 'are'} listed
          </li>
        )}
      </ul>
      <p className={dialogs['sum']}>
        Nothing is deleted: whatever is replaced is kept in “quarantine”, too.
        {isOpen && ' The project is closed meanwhile and opened again.'}
      </p>
      <ModalActions>
        <Button tone="quiet" onClick={onBack}>
          Back
        </Button>
        <Button tone="primary" onClick={onMend}>
          Back up and mend
        </Button>
      </ModalActions>
    </>
  )
}
