import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isTemporaryName, writeDurably } from './durable-write'

let folder: string
let target: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-durable-'))
  target = path.join(folder, 'file.json')
  fs.writeFileSync(target, 'the good old content')
})
afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true, force: true })
})

const systemError = (code: string): Error => Object.assign(new Error(code), { code })

describe('writeDurably', () => {
  it('replaces a file and leaves nothing beside it', () => {
    writeDurably(target, 'new 😡')
    expect(fs.readFileSync(target, 'utf8')).toBe('new 😡')
    expect(fs.readdirSync(folder)).toEqual(['file.json'])
  })

  it('goes on when the system takes only some bytes at a time', () => {
    const real = fs.writeSync.bind(fs) as (
      file: number,
      bytes: Uint8Array,
      from: number,
      length: number,
    ) => number
    vi.spyOn(fs, 'writeSync').mockImplementation(((
      file: number,
      bytes: Uint8Array,
      from: number,
      length: number,
    ) => real(file, bytes, from, Math.min(length, 7))) as typeof fs.writeSync)
    writeDurably(target, 'x'.repeat(1000))
    expect(fs.readFileSync(target, 'utf8')).toBe('x'.repeat(1000))
  })

  it('syncs the file before the rename and the folder after it', () => {
    const order: string[] = []
    const realSync = fs.fsyncSync.bind(fs)
    const realRename = fs.renameSync.bind(fs)
    vi.spyOn(fs, 'fsyncSync').mockImplementation(file => {
      order.push(fs.fstatSync(file).isDirectory() ? 'sync folder' : 'sync file')
      realSync(file)
    })
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      order.push('rename')
      realRename(from, to)
    })
    writeDurably(target, 'new')
    expect(order).toEqual(['sync file', 'rename', 'sync folder'])
  })

  const faults: readonly (readonly [string, () => void])[] = [
    [
      'opening fails',
      () =>
        vi.spyOn(fs, 'openSync').mockImplementation(() => {
          throw systemError('EMFILE')
        }),
    ],
    [
      'the disk is full',
      () =>
        vi.spyOn(fs, 'writeSync').mockImplementation(() => {
          throw systemError('ENOSPC')
        }),
    ],
    ['the disk takes no byte and says nothing', () => vi.spyOn(fs, 'writeSync').mockReturnValue(0)],
    [
      'the disk says it took all but kept nothing',
      () =>
        vi
          .spyOn(fs, 'writeSync')
          .mockImplementation((_file, _bytes, _from, length) => Number(length)),
    ],
    [
      'syncing fails',
      () =>
        vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
          throw systemError('EIO')
        }),
    ],
    [
      'renaming fails',
      () =>
        vi.spyOn(fs, 'renameSync').mockImplementation(() => {
          throw systemError('EACCES')
        }),
    ],
  ]
  for (const [name, breakSystem] of faults)
    it(`throws and keeps the old file when ${name}`, () => {
      breakSystem()
      expect(() => {
        writeDurably(target, 'new')
      }).toThrow()
      vi.restoreAllMocks()
      expect(fs.readFileSync(target, 'utf8')).toBe('the good old content')
      expect(fs.readdirSync(folder).filter(isTemporaryName)).toEqual([])
    })

  it('waits for a rename that another program holds up', () => {
    const real = fs.renameSync.bind(fs)
    let refusals = 3
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      refusals -= 1
      if (refusals >= 0) throw systemError('EBUSY')
      real(from, to)
    })
    writeDurably(target, 'new')
    expect(fs.readFileSync(target, 'utf8')).toBe('new')
  })
})
