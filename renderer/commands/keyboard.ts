import { drawNow, store } from '../state/store'
import { tagIfArmed } from '../state/tagging'
import { allCommands } from './commands'
import type { KeyPress } from './key-press'
import { isTypedKey, matchesKey } from './key-press'

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
    const binding = command.keys.find(key => matchesKey(key, press, isMac()))
    if (binding === undefined) continue
    const isForReading = command.scope === 'reading' || isTypedKey(binding)
    if (isForReading && (isTyped || ownsKey(event))) continue
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
  const stopArmed = tagWhenSelected()
  // Every key finds the page, and the caret, as the key before it left them.
  window.addEventListener('keydown', drawNow, true)
  window.addEventListener('pointerdown', drawNow, true)
  window.addEventListener('keydown', listener)
  return () => {
    stopArmed()
    window.removeEventListener('keydown', drawNow, true)
    window.removeEventListener('pointerdown', drawNow, true)
    window.removeEventListener('keydown', listener)
  }
}

/**
 * With a tag armed, words selected by Shift and the caret keys are tagged when Shift comes up: then the
 * selection is as complete as with the button of the mouse. Returns the unsubscribe.
 */
function tagWhenSelected(): () => void {
  let isSelecting = false
  const down = ({ key, shiftKey }: KeyboardEvent): void => {
    if (key !== 'Shift') isSelecting = shiftKey && isCaretKey(key)
  }
  const up = ({ key }: KeyboardEvent): void => {
    if (key !== 'Shift' || !isSelecting) return
    isSelecting = false
    // The browser tells of the last step only after this event.
    document.dispatchEvent(new Event('selectionchange'))
    tagIfArmed()
  }
  window.addEventListener('keydown', down, true)
  window.addEventListener('keyup', up, true)
  return () => {
    window.removeEventListener('keydown', down, true)
    window.removeEventListener('keyup', up, true)
  }
}

function isCaretKey(key: string): boolean {
  return /^(?:Arrow|Home$|End$|Page)/.test(key)
}

/** What a binding looks at in an event. */
export function pressOf(event: KeyboardEvent): KeyPress {
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
