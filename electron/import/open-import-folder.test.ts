import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openImportFolder, RefusedArchive } from './open-import-folder'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-open-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

const withBom = Buffer.from('\uFEFFone\r\ntwo 😡\rthree')
const noUtf8 = Buffer.from([0x61, 0x0a, 0xff, 0x0a, 0x62])

describe('what an import reads', () => {
  it('is the files of a folder with their paths, without hidden ones and links', () => {
    fs.mkdirSync(path.join(folder, 'deep', '.git'), { recursive: true })
    fs.writeFileSync(path.join(folder, 'deep', 'a.txt'), withBom)
    fs.writeFileSync(path.join(folder, 'b.txt'), noUtf8)
    fs.writeFileSync(path.join(folder, 'deep', '.git', 'x'), '')
    fs.symlinkSync('/etc/hostname', path.join(folder, 'link'))
    const files = openImportFolder(folder)
    expect(files.names).toEqual(['b.txt', 'deep/a.txt'])
    expect(files.text('deep/a.txt')).toBe('one\ntwo 😡\nthree')
    expect(files.text('b.txt')).toBeUndefined()
    expect([...files.lines('b.txt')]).toEqual(['a', undefined, 'b'])
    expect(() => files.bytes('../b.txt')).toThrow(RangeError)
  })

  it('is a lone file', () => {
    fs.writeFileSync(path.join(folder, 'one.txt'), 'x')
    fs.writeFileSync(path.join(folder, 'two.txt'), 'y')
    expect(openImportFolder(path.join(folder, 'two.txt')).names).toEqual(['two.txt'])
  })

  it('is the members of a zip file, also of one whose names would leave a folder', () => {
    const zip = path.join(folder, 'set.ZIP')
    fs.writeFileSync(zip, zipSync({ 'a/b.txt': strToU8('hello'), '../c.txt': strToU8('c') }))
    const files = openImportFolder(zip)
    expect(files.names).toEqual(['a/b.txt'])
    expect(files.text('a/b.txt')).toBe('hello')
  })

  it('is no zip file that would unpack to more, or to more files, than the memory takes', () => {
    const zip = path.join(folder, 'bomb.zip')
    const big = new Uint8Array(1024 * 1024)
    fs.writeFileSync(zip, zipSync(Object.fromEntries([1, 2, 3].map(n => [`${n}`, big]))))
    expect(openImportFolder(zip).names).toHaveLength(3)
    const few = { bytes: 2 * 1024 * 1024, members: 10 }
    expect(() => openImportFolder(zip, few)).toThrow(RefusedArchive)
    expect(() => openImportFolder(zip, { ...few, bytes: 4 * 1024 * 1024, members: 2 })).toThrow(
      RefusedArchive,
    )
  })
})
