import { Command } from 'cmdk'
import { allCommands } from '../../commands/commands'
import { commandGroups } from '../../commands/command'
import { keyLabel } from '../../commands/key-press'
import { KeyCap } from '../../controls/key-cap'
import { Modal } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { store, useWorkbench } from '../../state/store'
import styles from './dialogs.module.css'

/** Every command that may run now, found by typing. */
export function Palette() {
  const commands = useWorkbench(allCommands)
  const isMac = useWorkbench(state => state.info?.platform === 'mac')
  const possible = commands.filter(
    command => command.id !== 'palette' && command.when(store.getState()),
  )
  return (
    <Modal title="All commands" isBare onClose={closeDialog}>
      <Command label="All commands" className={styles['palette']} loop>
        <Command.Input className={styles['paletteInput']} placeholder="What do you want to do?" />
        <Command.List className={styles['paletteList']} label="Commands">
          <Command.Empty className={styles['paletteEmpty']}>No command of that name.</Command.Empty>
          {commandGroups.map(group => (
            <Command.Group key={group} heading={group}>
              {possible
                .filter(command => command.group === group)
                .map(command => (
                  <Command.Item
                    key={command.id}
                    value={command.label}
                    className={styles['paletteItem']}
                    onSelect={() => {
                      closeDialog()
                      command.run()
                    }}
                  >
                    {command.label}
                    {command.keys[0] !== undefined && (
                      <KeyCap>{keyLabel(command.keys[0], isMac)}</KeyCap>
                    )}
                  </Command.Item>
                ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Modal>
  )
}
