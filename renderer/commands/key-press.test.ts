import { describe, expect, it } from 'vitest'
import type { KeyPress } from './key-press'
import { collidingKeys, keyLabel, matchesKey } from './key-press'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  altGraph: false,
  ...held,
})

describe('matchesKey', () => {
  it.each([
    { name: 'a digit', binding: '1', given: press('1'), expected: true },
    {
      name: 'a digit that needs Shift on a French keyboard',
      binding: '1',
      given: press('1', { shiftKey: true }),
      expected: true,
    },
    {
      name: 'not a digit with Control',
      binding: '1',
      given: press('1', { ctrlKey: true }),
      expected: false,
    },
    {
      name: 'Control and a letter',
      binding: 'Mod+F',
      given: press('f', { ctrlKey: true }),
      expected: true,
    },
    {
      name: 'not a letter with Shift too many',
      binding: 'Mod+Z',
      given: press('Z', { ctrlKey: true, shiftKey: true }),
      expected: false,
    },
    {
      name: 'Shift where it is asked for',
      binding: 'Mod+Shift+Z',
      given: press('Z', { ctrlKey: true, shiftKey: true }),
      expected: true,
    },
    {
      name: 'a letter by its place on a Cyrillic keyboard',
      binding: 'Mod+Z',
      given: press('я', { ctrlKey: true, code: 'KeyZ' }),
      expected: true,
    },
    {
      name: 'the letter typed, not its place, on a German keyboard',
      binding: 'Mod+Z',
      given: press('y', { ctrlKey: true, code: 'KeyZ' }),
      expected: false,
    },
    {
      name: 'an arrow with Alt',
      binding: 'Alt+ArrowDown',
      given: press('ArrowDown', { altKey: true }),
      expected: true,
    },
    {
      name: 'not an arrow alone',
      binding: 'Alt+ArrowDown',
      given: press('ArrowDown'),
      expected: false,
    },
    {
      name: 'a bracket typed with AltGr',
      binding: ']',
      given: press(']', { altGraph: true, ctrlKey: true, altKey: true }),
      expected: true,
    },
    {
      name: 'the question mark with Shift',
      binding: '?',
      given: press('?', { shiftKey: true }),
      expected: true,
    },
    {
      name: 'a plain letter only without Shift',
      binding: 'N',
      given: press('N', { shiftKey: true }),
      expected: false,
    },
  ])('takes $name: $expected', ({ binding, given, expected }) => {
    expect(matchesKey(binding, given, false)).toBe(expected)
  })

  it('uses Command on a Mac, and only that', () => {
    expect(matchesKey('Mod+F', press('f', { metaKey: true }), true)).toBe(true)
    expect(matchesKey('Mod+F', press('f', { ctrlKey: true }), true)).toBe(false)
    expect(matchesKey('Mod+F', press('f', { metaKey: true }), false)).toBe(false)
  })
})

describe('keyLabel', () => {
  it.each([
    { binding: 'Mod+Shift+Z', label: 'Ctrl+Shift+Z', mac: '⇧⌘Z' },
    { binding: 'Alt+ArrowDown', label: 'Alt+↓', mac: '⌥↓' },
    { binding: '1', label: '1', mac: '1' },
  ])('writes $binding as $label', ({ binding, label, mac }) => {
    expect(keyLabel(binding, false)).toBe(label)
    expect(keyLabel(binding, true)).toBe(mac)
  })
})

describe('collidingKeys', () => {
  it('names the commands that claim one key', () => {
    expect(
      collidingKeys([
        { id: 'find', keys: ['Mod+F'] },
        { id: 'tag-claim', keys: ['1', 'Mod+f'] },
        { id: 'show-keys', keys: ['?'] },
      ]),
    ).toEqual(['Mod+f: find, tag-claim'])
  })
})
