/** What is read from a key event; a `KeyboardEvent` is one. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>

const caretKeys = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
])

/** True for keys that the text keeps for itself: moving, selecting, select all and copy. */
export function belongsToText(press: KeyPress): boolean {
  if (caretKeys.has(press.key)) return !press.altKey
  const modifier = press.ctrlKey || press.metaKey
  if (!modifier || press.altKey || press.shiftKey) return false
  return ['a', 'c', 'insert'].includes(press.key.toLowerCase())
}

/** Which end of the text a key goes to, or selects up to; `undefined` for all other keys. */
export function endOfTextFor(press: KeyPress): 'start' | 'end' | undefined {
  if (press.altKey) return undefined
  const modifier = press.ctrlKey || press.metaKey
  if (modifier && press.key === 'Home') return 'start'
  if (modifier && press.key === 'End') return 'end'
  // On a Mac these are the keys; Control with them belongs to the system there.
  if (press.metaKey && press.key === 'ArrowUp') return 'start'
  if (press.metaKey && press.key === 'ArrowDown') return 'end'
  return undefined
}

/** A step of `Selection.modify`. */
type SelectingStep = {
  readonly direction: 'left' | 'right' | 'backward' | 'forward'
  readonly by: 'character' | 'word' | 'line' | 'lineboundary'
}

/** How far a caret key selects while no Shift is needed: with Control, Command or Alt by words. */
export function selectingStepFor(press: KeyPress): SelectingStep | undefined {
  const byWords = press.ctrlKey || press.metaKey || press.altKey
  switch (press.key) {
    case 'ArrowLeft':
      return { direction: 'left', by: byWords ? 'word' : 'character' }
    case 'ArrowRight':
      return { direction: 'right', by: byWords ? 'word' : 'character' }
    case 'ArrowUp':
      return byWords ? undefined : { direction: 'backward', by: 'line' }
    case 'ArrowDown':
      return byWords ? undefined : { direction: 'forward', by: 'line' }
    case 'Home':
      return byWords ? undefined : { direction: 'backward', by: 'lineboundary' }
    case 'End':
      return byWords ? undefined : { direction: 'forward', by: 'lineboundary' }
    default:
      return undefined
  }
}

/** True for keys that would write or delete in a text that can change. Shortcuts of the window are none. */
export function wouldEdit(press: KeyPress): boolean {
  if (press.ctrlKey || press.metaKey)
    return ['Backspace', 'Delete', 'Enter'].includes(press.key) || isEditShortcut(press)
  return ['Backspace', 'Delete', 'Enter'].includes(press.key) || [...press.key].length === 1
}

/** Cut and paste are stopped as events; what changes marks or history is stopped here. */
function isEditShortcut({ key, altKey }: KeyPress): boolean {
  return !altKey && ['b', 'i', 'u', 'y', 'z'].includes(key.toLowerCase())
}
