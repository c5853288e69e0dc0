import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { KeyMap } from '../../../shared/ipc/key-map'
import type { Command } from '../../commands/command'
import type { Assignment } from '../../commands/key-map'
import { assignKey, resetKey, switchKeyOff } from '../../commands/key-map'
import { bindingOf, keyLabel } from '../../commands/key-press'
import { pressOf } from '../../commands/keyboard'
import { Button } from '../../controls/button'
import { setPreferences } from '../../state/settings'
import styles from './keys.module.css'

/** What was pressed last, and what would come of it. */
type Tried = { readonly binding: string | undefined; readonly outcome: Assignment }

/** Takes the next key that is pressed for a command, switches its keys off or gives it the usual ones back. */
export function KeyEditor({
  command,
  usual,
  keys,
  isMac,
  onDone,
}: {
  readonly command: Command
  readonly usual: readonly Command[]
  readonly keys: KeyMap
  readonly isMac: boolean
  readonly onDone: () => void
}) {
  const [tried, setTried] = useState<Tried>()
  const editor = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const row = editor.current?.parentElement?.querySelector('button')
    editor.current?.querySelector('button')?.focus()
    editor.current?.scrollIntoView({ block: 'nearest' })
    return () => {
      row?.focus()
    }
  }, [])
  const keep = (next: KeyMap): void => {
    void setPreferences({ keys: copyOf(next) })
    onDone()
  }
  const attempt = (binding: string | undefined, outcome: Assignment): void => {
    if (outcome.kind === 'done') keep(outcome.keys)
    else setTried({ binding, outcome })
  }
  const take = (event: KeyboardEvent): void => {
    // Tab goes on to the buttons, Esc leaves everything as it is.
    if (event.key === 'Tab' || event.key === 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    const binding = bindingOf(pressOf(event.nativeEvent), isMac)
    if (binding !== undefined) attempt(binding, assignKey(usual, keys, command.id, binding))
  }
  return (
    <div ref={editor} className={styles['editor']}>
      <button
        type="button"
        className={styles['capture']}
        aria-label={`Press the new key for: ${command.label}`}
        onKeyDown={take}
      >
        Press the new key
      </button>
      <Button
        disabled={command.keys.length === 0}
        onClick={() => {
          keep(switchKeyOff(usual, keys, command.id))
        }}
      >
        No key
      </Button>
      {keys[command.id] !== undefined && (
        <Button
          onClick={() => {
            attempt(undefined, resetKey(usual, keys, command.id))
          }}
        >
          Usual key
        </Button>
      )}
      <p role="status" aria-label="What the key does" className={styles['told']}>
        {tried !== undefined && sentenceOf(tried, isMac)}
      </p>
      {tried?.outcome.kind === 'taken' && <SwapButton taken={tried.outcome} {...{ isMac, keep }} />}
    </div>
  )
}

function SwapButton({
  taken: { by, swapped },
  isMac,
  keep,
}: {
  readonly taken: Extract<Assignment, { kind: 'taken' }>
  readonly isMac: boolean
  readonly keep: (keys: KeyMap) => void
}) {
  const left = swapped[by.id]?.[0] ?? by.keys.find(() => swapped[by.id] === undefined)
  return (
    <Button
      tone="primary"
      onClick={() => {
        keep(swapped)
      }}
    >
      {left === undefined
        ? 'Take it: the other has no key then'
        : `Swap: the other gets ${keyLabel(left, isMac)}`}
    </Button>
  )
}

function sentenceOf({ binding, outcome }: Tried, isMac: boolean): string {
  const key = binding === undefined ? '' : `${keyLabel(binding, isMac)}: `
  if (outcome.kind === 'taken') return `${key}this is the key of “${outcome.by.label}”.`
  return outcome.kind === 'refused' ? `${key}${outcome.why}` : ''
}

function copyOf(keys: KeyMap): Record<string, string[]> {
  return Object.fromEntries(Object.entries(keys).map(([id, own]) => [id, [...own]]))
}
