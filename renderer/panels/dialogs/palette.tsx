import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { allCommands } from '../../commands/commands'
import type { Command as WindowCommand } from '../../commands/command'
import { commandGroups } from '../../commands/command'
import { keyLabel } from '../../commands/key-press'
import { KeyCap } from '../../controls/key-cap'
import { Modal } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { store, useWorkbench } from '../../state/store'
import styles from './dialogs.module.css'

/** Every command that may run now, by group; found by typing, the likeliest first, whatever its group. */
export function Palette() {
  const commands = useWorkbench(allCommands)
  const [query, setQuery] = useState('')
  const possible = commands.filter(
    command => command.id !== 'palette' && command.when(store.getState()),
  )
  return (
    <Modal title="All commands" isBare onClose={closeDialog}>
      <Command label="All commands" className={styles['palette']} loop>
        <Command.Input
          className={styles['paletteInput']}
          placeholder="What do you want to do?"
          value={query}
          onValueChange={setQuery}
        />
        <Command.List className={styles['paletteList']} label="Commands">
          <Command.Empty className={styles['paletteEmpty']}>No command of that name.</Command.Empty>
          {query.trim() === '' ? (
            commandGroups.map(group => (
              <Command.Group key={group} heading={group}>
                {possible.filter(command => command.group === group).map(itemOf)}
              </Command.Group>
            ))
          ) : (
            <Command.Group key="found">{possible.map(itemOf)}</Command.Group>
          )}
        </Command.List>
      </Command>
    </Modal>
  )
}

function itemOf(command: WindowCommand): ReactNode {
  return <Item key={command.id} command={command} />
}

function Item({ command }: { readonly command: WindowCommand }) {
  const isMac = useWorkbench(state => state.info?.platform === 'mac')
  const [key] = command.keys
  return (
    <Command.Item
      value={command.label}
      className={styles['paletteItem']}
      onSelect={() => {
        closeDialog()
        command.run()
      }}
    >
      {command.label}
      {key !== undefined && <KeyCap>{keyLabel(key, isMac)}</KeyCap>}
    </Command.Item>
  )
}
