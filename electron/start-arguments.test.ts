import { describe, expect, it } from 'vitest'
import { readStartArguments } from './start-arguments'

describe('the words the program is started with', () => {
  const cases = [
    {
      name: 'name a project in a checkout, after the app’s own folder',
      argv: ['electron', '--no-sandbox', '.', 'unrest'],
      isPackaged: false,
      expected: { kind: 'window', folder: '/home/ana/unrest', sample: false },
    },
    {
      name: 'may hold a file that a test driver loads first',
      argv: ['electron', '-r', '/tmp/loader.js', '--inspect=0', '/app', '/data/unrest'],
      isPackaged: false,
      expected: { kind: 'window', folder: '/data/unrest', sample: false },
    },
    {
      name: 'ask for the sample project',
      argv: ['electron', '.', '--sample'],
      isPackaged: false,
      expected: { kind: 'window', folder: undefined, sample: true },
    },
    {
      name: 'are a command in the packaged app, flags and all',
      argv: ['/opt/assay', 'export', 'unrest', '--format', 'csv'],
      isPackaged: true,
      expected: { kind: 'command', args: ['export', 'unrest', '--format', 'csv'] },
    },
    {
      name: 'are a command for root too, who must switch Chromium’s sandbox off',
      argv: ['/opt/assay', 'list', 'unrest', '--no-sandbox'],
      isPackaged: true,
      expected: { kind: 'command', args: ['list', 'unrest'] },
    },
    {
      name: 'are no command in a checkout, even when a project is called so',
      argv: ['electron', '.', 'export'],
      isPackaged: false,
      expected: { kind: 'window', folder: '/home/ana/export', sample: false },
    },
    {
      name: 'make a reader of the packaged app only when the program that started it listens',
      argv: ['/opt/assay', 'serve-reader', '--js-flags=--max-old-space-size=512', '--no-sandbox'],
      isPackaged: true,
      hasChannel: true,
      expected: { kind: 'reader' },
    },
    {
      name: 'are a project of that name when nobody listens',
      argv: ['/opt/assay', 'serve-reader'],
      isPackaged: true,
      expected: { kind: 'window', folder: '/home/ana/serve-reader', sample: false },
    },
    {
      name: 'may be none',
      argv: ['/opt/assay'],
      isPackaged: true,
      expected: { kind: 'window', folder: undefined, sample: false },
    },
  ] as const
  for (const { name, argv, isPackaged, expected, ...more } of cases)
    it(name, () => {
      expect(readStartArguments(argv, isPackaged, '/home/ana', 'hasChannel' in more)).toEqual(
        expected,
      )
    })
})
