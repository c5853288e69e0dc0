import { expect, it } from 'vitest'
import { acceleratorOf } from './accelerator'

it.each([
  ['Mod+Shift+Z', 'CmdOrCtrl+Shift+Z'],
  ['Alt+ArrowDown', 'Alt+Down'],
  ['Mod++', 'CmdOrCtrl+Plus'],
  ['?', '?'],
  ['F6', 'F6'],
  ['Я', undefined],
])('writes %s for a menu as %s', (binding, accelerator) => {
  expect(acceleratorOf(binding)).toBe(accelerator)
})
