import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportPiece } from '../../shared/formats/format'
import { openExportFiles } from './export-files'
import { openNewFile } from './stream-file'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-files-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

async function write(name: string, pieces: readonly ExportPiece[]): Promise<string[]> {
  const out = path.join(folder, name)
  fs.mkdirSync(out)
  const files = openExportFiles(out, openNewFile)
  for (const piece of pieces) await files.append([piece])
  const finished = await files.finish()
  await files.close()
  return finished.map(file => file.name)
}

describe('the files of an export', () => {
  const members: ExportPiece[] = [
    { archive: 'book.xlsx', file: '[Content_Types].xml', text: '<a>' },
    { archive: 'book.xlsx', file: 'xl/one.xml', text: 'first 😡' },
    { archive: 'book.xlsx', file: '[Content_Types].xml', text: '</a>' },
    { archive: 'book.xlsx', file: 'xl/two.xml', bytes: new Uint8Array(400_000).fill(7) },
  ]

  it('pack an archive in the order in which its members began, and leave nothing beside it', async () => {
    expect(await write('out', members)).toEqual(['book.xlsx'])
    expect(fs.readdirSync(path.join(folder, 'out'))).toEqual(['book.xlsx'])
    const unpacked = unzipSync(fs.readFileSync(path.join(folder, 'out', 'book.xlsx')))
    expect(Object.keys(unpacked)).toEqual(['[Content_Types].xml', 'xl/one.xml', 'xl/two.xml'])
    expect(strFromU8(unpacked['[Content_Types].xml'] ?? new Uint8Array())).toBe('<a></a>')
    expect(strFromU8(unpacked['xl/one.xml'] ?? new Uint8Array())).toBe('first 😡')
    expect(unpacked['xl/two.xml']).toEqual(new Uint8Array(400_000).fill(7))
  })

  it('are the same bytes each time, archives too', async () => {
    await write('one', members)
    await write('two', members)
    const bytesOf = (name: string): Buffer => fs.readFileSync(path.join(folder, name, 'book.xlsx'))
    expect(bytesOf('one').equals(bytesOf('two'))).toBe(true)
  })

  it('stand in folders of their own, and those that are complete are closed at once', async () => {
    const handles: string[] = []
    const out = path.join(folder, 'deep')
    fs.mkdirSync(out)
    const files = openExportFiles(out, async file => {
      const handle = await openNewFile(file)
      handles.push(file)
      return {
        write: (bytes, offset, length) => handle.write(bytes, offset, length),
        sync: () => handle.sync(),
        stat: () => handle.stat(),
        close: async () => {
          handles.splice(handles.indexOf(file), 1)
          await handle.close()
        },
      }
    })
    const names = Array.from({ length: 60 }, (_, index) => `a/${index % 3}/${index}.txt`)
    for (const name of names) {
      await files.append([{ file: name, text: name, isLast: true }])
      expect(handles.length).toBeLessThanOrEqual(16)
    }
    expect((await files.finish()).map(({ name }) => name)).toEqual(names.toSorted())
    expect(handles).toEqual([])
    expect(fs.readFileSync(path.join(out, 'a', '2', '2.txt'), 'utf8')).toBe('a/2/2.txt')
  })

  it.each(['../out.txt', '/etc/x', 'a//b', 'C:x', 'a\\b', ''])('never leave it: %j', async file => {
    const out = path.join(folder, 'safe')
    fs.mkdirSync(out)
    const files = openExportFiles(out, openNewFile)
    await expect(files.append([{ file, text: 'x' }])).rejects.toThrow(RangeError)
    await files.close()
  })
})
