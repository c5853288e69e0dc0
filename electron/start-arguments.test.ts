import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readStartArguments } from './start-arguments'

describe('the words the program is started with', () => {
  const cases = [
    {
      name: 'name a project in a checkout, after the app’s own folder',
      argv: ['electron', '--no-sandbox', '.', 'unrest'],
      isPackaged: false,
      expected: { kind: 'window', folder: '/home/ana/unrest', articles: [], sample: false },
    },
    {
      name: 'may hold a file that a test driver loads first',
      argv: ['electron', '-r', '/tmp/loader.js', '--inspect=0', '/app', '/data/unrest'],
      isPackaged: false,
      expected: { kind: 'window', folder: '/data/unrest', articles: [], sample: false },
    },
    {
      name: 'ask for the sample project',
      argv: ['electron', '.', '--sample'],
      isPackaged: false,
      expected: { kind: 'window', folder: undefined, articles: [], sample: true },
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
      expected: { kind: 'window', folder: '/home/ana/export', articles: [], sample: false },
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
      expected: { kind: 'window', folder: '/home/ana/serve-reader', articles: [], sample: false },
    },
    {
      name: 'may be none',
      argv: ['/opt/assay'],
      isPackaged: true,
      expected: { kind: 'window', folder: undefined, articles: [], sample: false },
    },
  ] as const
  for (const { name, argv, isPackaged, expected, ...more } of cases)
    it(name, () => {
      expect(readStartArguments(argv, isPackaged, '/home/ana', 'hasChannel' in more)).toEqual(
        expected,
      )
    })
})

describe('files among the words', () => {
  let folder: string
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-start-'))
    fs.mkdirSync(path.join(folder, 'unrest'))
    fs.writeFileSync(path.join(folder, 'ferry.txt'), 'Two boats.')
    fs.writeFileSync(path.join(folder, 'more 😡.docx'), '')
  })
  afterEach(() => {
    fs.rmSync(folder, { recursive: true })
  })
  const read = (...words: string[]) => readStartArguments(['/opt/assay', ...words], true, folder)

  it('are articles, with or without a project', () => {
    const articles = [path.join(folder, 'ferry.txt'), path.join(folder, 'more 😡.docx')]
    expect(read('ferry.txt', articles[1] ?? '')).toMatchObject({ folder: undefined, articles })
    expect(read('ferry.txt', 'unrest', '--inspect', 'more 😡.docx')).toMatchObject({
      folder: path.join(folder, 'unrest'),
      articles,
    })
  })

  it('are none when nothing is there, or something else than a file', () => {
    spawnSync('mkfifo', [path.join(folder, 'pipe.txt')])
    for (const word of ['gone.txt', 'pipe.txt', 'unrest', 'ferry.txt\0', 'file:///ferry.txt'])
      expect(read(word)).toMatchObject({ articles: [] })
  })
})
