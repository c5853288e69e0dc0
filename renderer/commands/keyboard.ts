import { store } from '../state/store'
import { allCommands } from './commands'
import type { KeyPress } from './key-press'
import { matchesKey } from './key-press'

/** True on a Mac, where `Mod` is Command. */
function isMac(): boolean {
  return store.getState().info?.platform === 'mac'
}

/**
 * Run the command that `event` is the key of. True when it was taken. Keys of a dialog or menu are its
 * own; keys without a modifier are for reading, not for fields that are typed into.
 */
export function handleKey(event: KeyboardEvent): boolean {
  const state = store.getState()
  if (event.isComposing || isInOverlay(event.target)) return false
  const press = pressOf(event)
  const isTyped = isTypedInto(event.target)
  for (const command of allCommands(state)) {
    if (command.scope === 'reading' && (isTyped || ownsKey(event))) continue
    if (!command.keys.some(binding => matchesKey(binding, press, isMac()))) continue
    if (!command.when(state)) continue
    command.run()
    return true
  }
  return false
}

/** Keys that nothing closer to them has taken; returns the unsubscribe. */
export function listenToKeys(): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (!event.defaultPrevented && handleKey(event)) event.preventDefault()
  }
  window.addEventListener('keydown', listener)
  return () => {
    window.removeEventListener('keydown', listener)
  }
}

function pressOf(event: KeyboardEvent): KeyPress {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event
  const altGraph = event.getModifierState('AltGraph')
  return { key, code, ctrlKey, metaKey, shiftKey, altKey, altGraph }
}

function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null
}

/** Enter on a button presses the button. */
function ownsKey(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' &&
    event.target instanceof Element &&
    event.target.closest('button') !== null
  )
}
