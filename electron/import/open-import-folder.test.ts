import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openImportFolder } from './open-import-folder'
import { RefusedFile } from './refused-file'

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

  it('is the members of a zip file, without hidden ones', () => {
    const zip = path.join(folder, 'set.ZIP')
    const files = { 'a/b.txt': strToU8('hello'), 'a/.c': strToU8('c') }
    fs.writeFileSync(zip, zipSync(files))
    const opened = openImportFolder(zip)
    expect(opened.names).toEqual(['a/b.txt'])
    expect(opened.text('a/b.txt')).toBe('hello')
    expect(() => opened.bytes('a/.c')).toThrow(RangeError)
  })

  it('is no zip file that is dangerous or would unpack to more than the memory takes', () => {
    const zip = path.join(folder, 'bomb.zip')
    const big = new Uint8Array(1024 * 1024)
    fs.writeFileSync(zip, zipSync(Object.fromEntries([1, 2, 3].map(n => [`${n}`, big]))))
    expect(openImportFolder(zip).names).toHaveLength(3)
    const few = { bytes: 2 * 1024 * 1024, entryBytes: 2 * 1024 * 1024, entries: 10 }
    expect(() => openImportFolder(zip, few)).toThrow(RefusedFile)
    expect(() => openImportFolder(zip, { ...few, bytes: 4 * 1024 * 1024, entries: 2 })).toThrow(
      RefusedFile,
    )
    fs.writeFileSync(zip, zipSync({ '../c.txt': strToU8('c') }))
    expect(() => openImportFolder(zip)).toThrow(/leads out/)
  })
})
