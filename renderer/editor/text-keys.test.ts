import { expect, test } from 'vitest'
import type { KeyPress } from './text-keys'
import { belongsToText, endOfTextFor, selectingStepFor, wouldEdit } from './text-keys'

const press = (keys: string): KeyPress => {
  const parts = keys.split('+')
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    isComposing: false,
  }
}

test.each([
  'ArrowLeft',
  'Shift+ArrowDown',
  'Ctrl+Shift+ArrowRight',
  'Home',
  'Shift+End',
  'PageDown',
  'Ctrl+a',
  'Meta+c',
  'Ctrl+C',
])('the text keeps %s', keys => {
  expect(belongsToText(press(keys))).toBe(true)
})

test.each([
  '1',
  'a',
  'Enter',
  'Escape',
  'Tab',
  'Alt+ArrowDown',
  'Ctrl+k',
  'Ctrl+z',
  'Ctrl+Shift+a',
  'F3',
  'Delete',
])('the window is asked about %s first', keys => {
  expect(belongsToText(press(keys))).toBe(false)
})

test.each([
  'x',
  ' ',
  '1',
  'é',
  '😡',
  'Enter',
  'Backspace',
  'Delete',
  'Ctrl+Backspace',
  'Ctrl+b',
  'Meta+z',
])('%s would edit', keys => {
  expect(wouldEdit(press(keys))).toBe(true)
})

test.each(['Tab', 'Escape', 'F1', 'Ctrl+k', 'Ctrl+f', 'Shift', 'Process', 'Alt+ArrowUp'])(
  '%s would not edit',
  keys => {
    expect(wouldEdit(press(keys))).toBe(false)
  },
)

test.each([
  { keys: 'Ctrl+Home', end: 'start' },
  { keys: 'Ctrl+Shift+End', end: 'end' },
  { keys: 'Meta+ArrowUp', end: 'start' },
  { keys: 'Meta+Shift+ArrowDown', end: 'end' },
  { keys: 'Home', end: undefined },
  { keys: 'Ctrl+ArrowUp', end: undefined },
  { keys: 'Ctrl+Alt+Home', end: undefined },
])('$keys goes to this end of the text: $end', ({ keys, end }) => {
  expect(endOfTextFor(press(keys))).toBe(end)
})

test.each([
  { keys: 'ArrowLeft', step: 'left character' },
  { keys: 'Shift+ArrowRight', step: 'right character' },
  { keys: 'Ctrl+ArrowRight', step: 'right word' },
  { keys: 'Meta+ArrowLeft', step: 'left word' },
  { keys: 'Alt+ArrowLeft', step: 'left word' },
  { keys: 'ArrowDown', step: 'forward line' },
  { keys: 'Home', step: 'backward lineboundary' },
  { keys: 'Alt+ArrowDown', step: undefined },
  { keys: 'Ctrl+Home', step: undefined },
  { keys: 'Enter', step: undefined },
])('$keys selects on by $step', ({ keys, step }) => {
  const taken = selectingStepFor(press(keys))
  expect(taken && `${taken.direction} ${taken.by}`).toBe(step)
})
