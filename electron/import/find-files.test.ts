import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFiles, foldersFrom } from './find-files'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-find-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

function put(...names: string[]): void {
  for (const name of names) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), 'x')
  }
}
const inside = (...names: string[]): string[] => names.map(name => path.join(folder, name))
const find = (...names: string[]) => {
  const { files, failed } = findFiles(inside(...names))
  return { files: files.map(file => path.relative(folder, file)), failed }
}

describe('files of a folder', () => {
  it('come in the order of their names, hidden ones are passed over', () => {
    put('b.txt', 'a/c.txt', 'a/.DS_Store', '.git/x.txt')
    expect(find('.')).toEqual({ files: ['a/c.txt', 'b.txt'], failed: [] })
  })

  it('that belong to a page saved whole are no articles, also when both are dropped', () => {
    put(
      'Ferry.html',
      'Ferry_files/frame.html',
      'Fähre.htm',
      'Fähre-Dateien/a.js',
      'Ferry_notes/n.txt',
    )
    expect(find('.').files).toEqual(['Ferry.html', 'Ferry_notes/n.txt', 'Fähre.htm'])
    expect(find('Ferry.html', 'Ferry_files').files).toEqual(['Ferry.html'])
    expect(find('Ferry_files').files).toEqual(['Ferry_files/frame.html'])
  })

  it('are told apart by the folders they lie in, from the one that was given', () => {
    put('desk/2021/a.txt', 'desk/2022/a.txt', 'b.txt')
    const given = inside('desk', 'b.txt', 'desk/2022/')
    const folderOf = foldersFrom(given)
    const folders = ['desk/2021/a.txt', 'desk/2022/a.txt', 'b.txt'].map(name =>
      folderOf(path.join(folder, name)),
    )
    expect(folders).toEqual(['desk/2021', 'desk/2022', undefined])
    expect(foldersFrom(inside('desk/2022/'))(path.join(folder, 'desk/2022/a.txt'))).toBe('2022')
    expect(foldersFrom(inside('desk'))(path.join(folder, 'desks/a.txt'))).toBeUndefined()
  })

  it('that are links, too deep or not there at all are named', () => {
    put('a.txt', `${'d/'.repeat(17)}deep.txt`)
    fs.symlinkSync(path.join(folder, 'a.txt'), path.join(folder, 'link.txt'))
    fs.mkdirSync(path.join(folder, 'empty'))
    const { files, failed } = find('.')
    expect(files).toEqual(['a.txt'])
    expect(failed.map(({ message }) => message)).toEqual([
      '“d” was not imported: it lies in more than 16 folders inside of each other. Import it by itself.',
      '“link.txt” was not imported: it is a link to somewhere else. Import what it leads to.',
    ])
    expect(find('empty').failed).toEqual([
      {
        name: 'empty',
        message:
          '“empty” was not imported: it is a folder without files in it. Check that it is the right folder.',
      },
    ])
    expect(find('gone').failed).toHaveLength(1)
  })
})
