import { allCommands } from '../../commands/commands'
import { commandGroups } from '../../commands/command'
import { keyLabel } from '../../commands/key-press'
import { KeyCap } from '../../controls/key-cap'
import { Modal } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { useWorkbench } from '../../state/store'
import styles from './dialogs.module.css'

/** Every key of the window. */
export function KeysDialog() {
  const commands = useWorkbench(allCommands)
  const isMac = useWorkbench(state => state.info?.platform === 'mac')
  return (
    <Modal title="Keys" isWide onClose={closeDialog}>
      <div className={styles['columns']} tabIndex={0} role="group" aria-label="Every key">
        {commandGroups.map(group => (
          <section key={group} className={styles['group']}>
            <h3 className={styles['groupTitle']}>{group}</h3>
            <ul>
              {commands
                .filter(command => command.group === group && command.keys.length > 0)
                .map(({ id, label, keys }) => (
                  <li key={id} className={styles['keyRow']}>
                    {label}
                    <span className={styles['keyCaps']}>
                      {keys.map(key => (
                        <KeyCap key={key}>{keyLabel(key, isMac)}</KeyCap>
                      ))}
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Modal>
  )
}
