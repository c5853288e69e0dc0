import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Settings } from './settings'
import { openSettings } from './settings'

let folder: string
let file: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-settings-'))
  file = path.join(folder, 'config.json')
})
afterEach(() => {
  fs.chmodSync(folder, 0o700)
  fs.rmSync(folder, { recursive: true, force: true })
})

const open = (): Settings =>
  openSettings(file, () => new Conf({ cwd: folder, configName: 'config', projectName: 'assay' }))

const defaults = {
  theme: 'system',
  showKeyLine: true,
  showArticles: true,
  articleOrder: 'imported',
  selectsWords: true,
  entersCard: false,
  stopsAtMissing: true,
  singleKeys: true,
  showsOthers: true,
  zoom: 1,
  keys: {},
}

describe('settings', () => {
  it('keep who annotates and on which installation', () => {
    const first = open().identity()
    expect(first.annotator).toMatch(/^[0-9a-f-]{36}$/)
    expect(open().identity()).toEqual(first)
    open().setAnnotatorName('Ana 😡')
    expect(open().identity()).toEqual({ ...first, name: 'Ana 😡' })
  })

  it('keep changed keys and the zoom, and the usual ones for what makes no sense', () => {
    const keys = { find: ['Mod+J'], undo: [] }
    open().setPreferences({ keys, zoom: 1.5 })
    expect(open().preferences()).toEqual({ ...defaults, keys, zoom: 1.5 })
    fs.writeFileSync(file, '{"preferences": {"keys": {"find": ["no key"]}, "zoom": 9}}')
    expect(open().preferences()).toEqual(defaults)
  })

  it('give the reading of files limits, and the usual ones for what makes no sense', () => {
    expect(open().readerLimits()).toEqual({ megabytes: 512, seconds: 20 })
    fs.writeFileSync(file, '{"reading": {"megabytes": 1024, "seconds": "long"}}')
    expect(open().readerLimits()).toEqual({ megabytes: 1024, seconds: 20 })
    fs.writeFileSync(file, '{"reading": [1]}')
    expect(open().readerLimits()).toEqual({ megabytes: 512, seconds: 20 })
  })

  const broken = ['', 'not json', '[]', '{"annotator"', '\0\0\0', 'null', '"text"']
  for (const content of broken)
    it(`that read ${JSON.stringify(content)} start anew, keep the old file, and say so`, () => {
      fs.writeFileSync(file, content)
      const settings = open()
      settings.setPreferences({ theme: 'dark' })
      expect(open().preferences()).toEqual({ ...defaults, theme: 'dark' })
      expect(settings.identity().name).not.toBe('')
      const kept = fs.readdirSync(folder).filter(name => name.includes('.damaged-'))
      if (settings.notice === undefined) expect(kept).toEqual([])
      else {
        expect(settings.notice).toMatch(/your projects are untouched/)
        expect(kept.map(name => fs.readFileSync(path.join(folder, name), 'utf8'))).toEqual([
          content,
        ])
      }
    })

  it('with values of the wrong kind fall back value by value', () => {
    fs.writeFileSync(
      file,
      JSON.stringify({
        annotator: { id: '../../etc', name: 7 },
        instance: '../x',
        preferences: { theme: 'pink', showKeyLine: false },
        recent: [{ path: 1 }],
        window: { width: -1, height: 'x' },
      }),
    )
    const settings = open()
    expect(settings.preferences()).toEqual({ ...defaults, showKeyLine: false })
    expect(settings.recent()).toEqual([])
    expect(settings.bounds()).toBeUndefined()
    expect(settings.identity().instance).toMatch(/^[0-9a-f]{8}$/)
    expect(settings.identity().annotator).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('list a project once, the latest first, and at most twelve', () => {
    const settings = open()
    for (let number = 0; number < 20; number += 1)
      settings.remember({ path: `/p/${number % 14}`, name: 'p', openedAt: 'x' })
    expect(settings.recent().map(recent => recent.path)).toEqual(
      [5, 4, 3, 2, 1, 0, 13, 12, 11, 10, 9, 8].map(number => `/p/${number}`),
    )
    settings.forget('/p/5')
    expect(settings.recent()[0]?.path).toBe('/p/4')
    settings.rename('/p/3', 'renamed')
    settings.rename('/p/unknown', 'nobody')
    expect(settings.recent().map(recent => recent.name)).toEqual([
      'p',
      'renamed',
      ...Array.from({ length: 9 }, () => 'p'),
    ])
  })

  it('that cannot be written stop nothing and last until the end', () => {
    const settings = openSettings(file, () => ({
      path: file,
      get: () => undefined,
      set: () => {
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
      },
    }))
    const identity = settings.identity()
    expect(settings.identity()).toEqual(identity)
    settings.remember({ path: '/p', name: 'p', openedAt: 'x' })
    expect(settings.recent()).toEqual([{ path: '/p', name: 'p', openedAt: 'x' }])
  })
})
