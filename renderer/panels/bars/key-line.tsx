import { X } from 'lucide-react'
import { Fragment, useSyncExternalStore } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { runCommand } from '../../commands/commands'
import type { FieldWithKeys } from '../../commands/moment-keys'
import { momentKeys } from '../../commands/moment-keys'
import { IconButton } from '../../controls/icon-button'
import { KeyCap } from '../../controls/key-cap'
import { useRested, useWorkbench } from '../../state/store'
import styles from './bars.module.css'

/** One line of keys that fit the moment, and a short answer to the last one. */
export function KeyLine() {
  return (
    <footer className={styles['keys']}>
      <Answer />
      <MomentKeys />
      <IconButton
        icon={X}
        label="Hide the line of keys"
        onClick={() => runCommand('toggle-keys')}
      />
    </footer>
  )
}

/** The answer to the last key where the line of keys is hidden: it floats, while there is one. */
export function LoneAnswer() {
  return (
    <div className={styles['lone']}>
      <Answer />
    </div>
  )
}

function Answer() {
  const hint = useWorkbench(state => state.hint)
  return (
    <span role="status" aria-label="Answer" className={styles['hint']}>
      {hint}
    </span>
  )
}

/** For whoever stops to look for a key: in a row of keys they stand still. */
function MomentKeys() {
  const field = useSyncExternalStore(listenToFocus, fieldWithKeys)
  const flat = useRested(
    useShallow(state =>
      momentKeys(state, field, state.info?.platform === 'mac').map(
        ({ key, does }) => `${key}\n${does}`,
      ),
    ),
  )
  return (
    <span className={styles['moment']}>
      {flat.map((line, at) => {
        const [key = '', does = ''] = line.split('\n')
        return (
          // By place: other words in the same element cost less than another element.
          <Fragment key={at}>
            <span className={styles['momentKey']}>
              <KeyCap>{key}</KeyCap>
              {` ${does}`}
            </span>{' '}
          </Fragment>
        )
      })}
    </span>
  )
}

function listenToFocus(listener: () => void): () => void {
  document.addEventListener('focusin', listener)
  document.addEventListener('focusout', listener)
  return () => {
    document.removeEventListener('focusin', listener)
    document.removeEventListener('focusout', listener)
  }
}

function fieldWithKeys(): FieldWithKeys | undefined {
  const { activeElement } = document
  if (activeElement?.closest('[data-card-form]') == null) return undefined
  // Enter on a button presses it.
  if (!activeElement.matches('input, textarea, [role="radio"]')) return undefined
  return activeElement instanceof HTMLTextAreaElement ? 'note' : 'field'
}
