import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { commandsFor } from './commands'
import { collidingKeys } from './key-press'

/** The ids that the application menu sends. */
const menu = [
  'new-project',
  'open-project',
  'open-sample',
  'import',
  'export',
  'close-project',
  'rename-project',
  'duplicate-project',
  'edit-codebook',
  'undo',
  'redo',
  'find',
  'next-article',
  'previous-article',
  'toggle-articles',
  'toggle-keys',
  'show-keys',
  'theme-light',
  'theme-dark',
  'theme-high-contrast',
  'theme-system',
  'bin',
]

describe('commands', () => {
  const commands = commandsFor(defaultCodebook)

  it('never give one key to two commands', () => {
    expect(collidingKeys(commands)).toEqual([])
  })

  it('have every id once', () => {
    const ids = commands.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('have everything the application menu asks for', () => {
    const ids = new Set(commands.map(({ id }) => id))
    expect(menu.filter(id => !ids.has(id))).toEqual([])
  })

  it('tag with the keys of the codebook', () => {
    expect(
      commands.filter(({ id }) => id.startsWith('tag-')).map(({ id, keys }) => [id, keys]),
    ).toEqual([
      ['tag-claim', ['1']],
      ['tag-quote', ['2']],
      ['tag-figure', ['3']],
    ])
  })
})
