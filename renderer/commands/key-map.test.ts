import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeyMap } from '../../shared/ipc/key-map'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { keyMapSchema } from '../../shared/ipc/key-map'
import { commandsFor } from './commands'
import { assignKey, resetKey, rivalOf, switchKeyOff, withKeys, withoutSingleKeys } from './key-map'
import { bindingOf, collidingKeys, matchesKey } from './key-press'

const usual = commandsFor(defaultCodebook)
const keysOf = (keys: KeyMap, id: string) => withKeys(usual, keys).find(one => one.id === id)?.keys

describe('assignKey', () => {
  it('gives a free key in the place of the usual ones', () => {
    const given = assignKey(usual, {}, 'note', 'J')
    expect(given).toEqual({ kind: 'done', keys: { note: ['J'] } })
  })

  it('writes nothing down when it is the usual key again', () => {
    expect(assignKey(usual, { note: ['J'] }, 'note', 'N')).toEqual({ kind: 'done', keys: {} })
  })

  it('names the command that has the key, and swaps the two', () => {
    const given = assignKey(usual, {}, 'note', 'Mod+Shift+Z')
    expect(given).toMatchObject({ kind: 'taken', by: { id: 'redo' } })
    const swapped = given.kind === 'taken' ? given.swapped : {}
    expect(swapped).toEqual({ note: ['Mod+Shift+Z'], redo: ['N', 'Mod+Y'] })
  })

  it('refuses the key of a type, and keys that the text needs', () => {
    expect(assignKey(usual, {}, 'note', '1')).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('Tag as claim') as string,
    })
    for (const key of ['ArrowLeft', 'Shift+Home', 'Mod+C', 'Tab'])
      expect(assignKey(usual, {}, 'note', key).kind).toBe('refused')
  })
})

describe('switchKeyOff and resetKey', () => {
  it('take every key away, and bring the usual ones back', () => {
    const off = switchKeyOff(usual, {}, 'undo')
    expect(keysOf(off, 'undo')).toEqual([])
    expect(resetKey(usual, off, 'undo')).toEqual({ kind: 'done', keys: {} })
  })

  it('do not take the usual key from the command that has it now', () => {
    const keys = { find: ['N'], note: [] }
    expect(resetKey(usual, keys, 'note')).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('Find in the article') as string,
    })
  })
})

it('leaves nothing that a typed word presses when single keys are off, and all the rest', () => {
  const left = new Set(withoutSingleKeys(usual).flatMap(({ keys }) => keys))
  for (const key of ['1', 'W', 'Shift+R', '?', '+', ']']) expect(left).not.toContain(key)
  for (const key of ['Mod+Z', 'Alt+M', 'Enter', 'Delete']) expect(left).toContain(key)
})

it('leaves a type its key when a project brings one that a command was given', () => {
  const keys = { note: ['1'] }
  const commands = withKeys(usual, keys)
  const note = commands.find(({ id }) => id === 'note')
  expect(note && rivalOf(commands, note)?.id).toBe('tag-claim')
})

const anyKey = fc.constantFrom(
  'J',
  'Mod+J',
  'N',
  'Mod+F',
  '1',
  'F6',
  'F7',
  'Alt+ArrowDown',
  '?',
  '+',
)
const anyStep = fc.record({
  id: fc.constantFrom(
    'note',
    'find',
    'undo',
    'next-annotation',
    'other-article',
    'extend-annotation',
  ),
  what: fc.constantFrom('assign', 'swap', 'off', 'reset'),
  key: anyKey,
})

it('never gives one key to two commands, whatever is changed', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), steps => {
      let keys: KeyMap = {}
      for (const { id, what, key } of steps) {
        if (what === 'off') keys = switchKeyOff(usual, keys, id)
        else {
          const given =
            what === 'reset' ? resetKey(usual, keys, id) : assignKey(usual, keys, id, key)
          if (given.kind === 'done') keys = given.keys
          else if (given.kind === 'taken' && what === 'swap') keys = given.swapped
        }
        expect(collidingKeys(withKeys(usual, keys))).toEqual([])
        expect(keyMapSchema.safeParse(keys).success).toBe(true)
      }
    }),
  )
})

const press = (key: string, held: Partial<Parameters<typeof bindingOf>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  altGraph: false,
  ...held,
})

describe('bindingOf', () => {
  it.each([
    ['a letter', press('j'), 'J'],
    ['a letter with Shift', press('J', { shiftKey: true }), 'Shift+J'],
    ['a sign that needs Shift', press('?', { shiftKey: true }), '?'],
    ['a sign typed with AltGr', press('[', { altGraph: true, ctrlKey: true, altKey: true }), '['],
    ['a letter of another script', press('я', { ctrlKey: true, code: 'KeyZ' }), 'Mod+Z'],
    ['all of them', press('K', { ctrlKey: true, altKey: true, shiftKey: true }), 'Mod+Alt+Shift+K'],
    ['a modifier alone', press('Control', { ctrlKey: true }), undefined],
    ['the blank', press(' '), undefined],
    ['the Windows key', press('j', { metaKey: true }), undefined],
  ] as const)('reads %s', (_, given, binding) => {
    expect(bindingOf(given, false)).toBe(binding)
    if (binding !== undefined) expect(matchesKey(binding, given, false)).toBe(true)
  })
})
