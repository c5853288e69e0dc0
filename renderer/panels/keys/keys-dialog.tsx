import { useState } from 'react'
import { allCommands, commandsFor } from '../../commands/commands'
import type { Command } from '../../commands/command'
import { commandGroups } from '../../commands/command'
import { isOfCodebook, rivalOf } from '../../commands/key-map'
import { keyLabel } from '../../commands/key-press'
import { Button } from '../../controls/button'
import { KeyCap } from '../../controls/key-cap'
import { Modal, ModalActions } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { codebookOf } from '../../state/selectors'
import { setPreferences } from '../../state/settings'
import { useWorkbench } from '../../state/store'
import { KeyEditor } from './key-editor'
import styles from './keys.module.css'

/** Every command with its keys, found by typing; a press on one gives it another key. */
export function KeysDialog() {
  const commands = useWorkbench(allCommands)
  const usual = useWorkbench(state => commandsFor(codebookOf(state)))
  const keys = useWorkbench(state => state.info?.preferences.keys)
  const hasSingleKeys = useWorkbench(state => state.info?.preferences.singleKeys ?? true)
  const isMac = useWorkbench(state => state.info?.platform === 'mac')
  const [words, setWords] = useState('')
  const [edited, setEdited] = useState<string>()
  // With another key it may fit the words no longer, but it stays where the keyboard is.
  const [kept, setKept] = useState<string>()
  const found = commands.filter(command => command.id === kept || fits(command, words, isMac))
  return (
    <Modal
      title="Keys"
      isWide
      onClose={closeDialog}
      onEscape={event => {
        if (edited === undefined) return
        event.preventDefault()
        setEdited(undefined)
      }}
    >
      <input
        type="search"
        className={styles['find']}
        aria-label="Find a command or a key"
        placeholder="Find a command or a key"
        value={words}
        onChange={event => {
          setWords(event.target.value)
          setKept(undefined)
        }}
      />
      <label className={styles['single']}>
        <input
          type="checkbox"
          checked={hasSingleKeys}
          onChange={event => void setPreferences({ singleKeys: event.target.checked })}
        />
        Letters, digits and signs are keys by themselves
        <span className={styles['about']}>
          Switch off when you dictate, or press keys by accident: keys with {isMac ? '⌘' : 'Ctrl'}{' '}
          or {isMac ? '⌥' : 'Alt'} stay, and every command is in the list of commands.
        </span>
      </label>
      <div className={styles['scroll']}>
        {found.length === 0 && <p className={styles['none']}>No command fits these words.</p>}
        {commandGroups.map(group => {
          const own = found.filter(command => command.group === group)
          return own.length === 0 ? null : (
            <section key={group} aria-label={group} className={styles['group']}>
              <h3 className={styles['title']}>{group}</h3>
              <ul>
                {own.map(command => (
                  <li key={command.id} aria-label={command.label}>
                    <KeyRow
                      command={command}
                      rival={rivalOf(commands, command)?.label}
                      isMac={isMac}
                      isEdited={command.id === edited}
                      onEdit={() => {
                        setEdited(command.id === edited ? undefined : command.id)
                        setKept(command.id)
                      }}
                    />
                    {command.id === edited && (
                      <KeyEditor
                        command={command}
                        usual={usual}
                        keys={keys ?? {}}
                        isMac={isMac}
                        onDone={() => {
                          setEdited(undefined)
                        }}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      <ModalActions>
        <Button
          tone="quiet"
          disabled={keys === undefined || Object.keys(keys).length === 0}
          onClick={() => void setPreferences({ keys: {} })}
        >
          Reset all keys
        </Button>
        <Button onClick={closeDialog}>Close</Button>
      </ModalActions>
    </Modal>
  )
}

function KeyRow({
  command,
  rival,
  isMac,
  isEdited,
  onEdit,
}: {
  readonly command: Command
  /** Another command that has one of the keys. */
  readonly rival: string | undefined
  readonly isMac: boolean
  readonly isEdited: boolean
  readonly onEdit: () => void
}) {
  const { label, keys } = command
  return (
    <button
      type="button"
      className={styles['row']}
      disabled={isOfCodebook(command)}
      title={isOfCodebook(command) ? 'Types get their keys in the codebook' : undefined}
      aria-expanded={isEdited}
      onClick={onEdit}
    >
      <span className={styles['label']}>
        {label}
        {rival !== undefined && <span className={styles['rival']}> same key: {rival}</span>}
      </span>
      <span className={styles['caps']}>
        {keys.map(key => (
          <KeyCap key={key}>{keyLabel(key, isMac)}</KeyCap>
        ))}
      </span>
    </button>
  )
}

/** True when every word is in the command’s name or is one of its keys. */
function fits({ label, keys }: Command, words: string, isMac: boolean): boolean {
  const told = [label, ...keys.map(key => keyLabel(key, isMac))].join('\n').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every(word => told.includes(word))
}
