import { hint } from '../state/notices'
import { drawNow, pressed, store } from '../state/store'
import { tagIfArmed } from '../state/tagging'
import type { MeantByKey } from './command-for-key'
import { commandForKey } from './command-for-key'
import type { KeyPress } from './key-press'

/**
 * Run the command that `event` is the key of, or say why it cannot run. True when it was taken. Keys of a
 * dialog or menu are its own; keys without a modifier are for reading, not for fields that are typed into.
 */
export function handleKey(event: KeyboardEvent): boolean {
  const state = store.getState()
  if (event.isComposing || isInOverlay(event.target)) return false
  const isForText = isTypedInto(event.target) || ownsKey(event)
  const meant =
    commandForKey(state, pressOf(event), isForText) ?? undoFrom(event.target, pressOf(event))
  if (meant === undefined) return false
  if (meant.why === undefined) meant.command.run()
  else hint(meant.why)
  return true
}

/** What keys and mouse do while they do not rest: to move the mouse is to look. */
const presses = ['keydown', 'pointerdown', 'pointerup'] as const

/** Keys that nothing closer to them has taken; returns the unsubscribe. */
export function listenToKeys(): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (!event.defaultPrevented && handleKey(event)) event.preventDefault()
  }
  const stopArmed = tagWhenSelected()
  // Every key finds the page, and the caret, as the key before it left them.
  window.addEventListener('keydown', drawNow, true)
  window.addEventListener('pointerdown', drawNow, true)
  for (const type of presses) window.addEventListener(type, pressed, true)
  window.addEventListener('keydown', listener)
  for (const type of ['input', 'focusin']) window.addEventListener(type, rememberTyping, true)
  return () => {
    stopArmed()
    window.removeEventListener('keydown', drawNow, true)
    window.removeEventListener('pointerdown', drawNow, true)
    for (const type of presses) window.removeEventListener(type, pressed, true)
    window.removeEventListener('keydown', listener)
    for (const type of ['input', 'focusin']) window.removeEventListener(type, rememberTyping, true)
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

/** What was typed into since the keyboard came to it: there undo is the field's own. */
let typedInto: EventTarget | null = null

function rememberTyping({ type, target }: Event): void {
  typedInto = type === 'input' ? target : null
}

/** Undo and redo from an empty filter that nothing was typed into, where they would do nothing: the project's. */
function undoFrom(target: EventTarget | null, press: KeyPress): MeantByKey | undefined {
  if (!(target instanceof HTMLInputElement) || target.type !== 'search') return undefined
  if (target === typedInto || target.value !== '') return undefined
  const meant = commandForKey(store.getState(), press, false)
  return meant?.command?.id === 'undo' || meant?.command?.id === 'redo' ? meant : undefined
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
