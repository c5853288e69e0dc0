import { describe, expect, it } from 'vitest'
import page from '../../docs/keys.md?raw'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { commandsFor } from './commands'
import { keyLabel } from './key-press'

/** Keys that are no commands’: they belong to the text, to fields and to lists. */
const others = [
  ...['Shift', 'Ctrl', 'Ctrl+Shift', 'Tab', 'Esc', 'Enter', 'Home', 'End', '↑', '↓'],
  ...['Page Up', 'Page Down', 'Space', 'Ctrl+A', 'Ctrl+Enter', 'Delete'],
]

/** What stands in backquotes in the first column of the page’s tables. */
const printed = page
  .split('\n')
  .filter(line => line.startsWith('| ') && !line.startsWith('| key'))
  .flatMap(line => [...(line.split(/(?<!\\)\|/)[1] ?? '').matchAll(/`([^`]+)`/g)])
  .map(([, key = '']) => key)
const own = commandsFor(defaultCodebook).flatMap(({ keys }) =>
  keys.map(key => keyLabel(key, false)),
)

describe('docs/keys.md', () => {
  it('has the keys of all commands', () => {
    expect(own.filter(key => !printed.includes(key))).toEqual([])
  })

  it('has no key that nothing has', () => {
    expect(printed.filter(key => !own.includes(key) && !others.includes(key))).toEqual([])
  })
})
