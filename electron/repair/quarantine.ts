import fs from 'node:fs'
import path from 'node:path'
import type { QuarantineItem, QuarantineList } from '../check/quarantine-list'
import { quarantineFolder, quarantineListName } from '../check/quarantine-list'
import { renamePatiently, syncFolder, writeDurably } from '../store/durable-write'
import { readOwnFile } from '../store/read-regular-file'

/** Where one repair puts what it takes out of a project. Nothing in it is ever deleted by the program. */
export type Quarantine = {
  /** Move whatever stands at a name below the project, be it a file, a link or a pipe; gives where it is kept. */
  readonly move: (file: string) => string
  /** Keep a copy of a regular file before it is written anew; gives where it is kept. */
  readonly copy: (file: string) => string
  readonly note: (item: QuarantineItem) => void
  readonly items: readonly QuarantineItem[]
  /** Write the list, once everything is done. Gives the folder's name below the project when there was anything. */
  readonly finish: () => string | undefined
}

/** The folder is made when the first thing is put into it. Its functions throw the system's error. */
export function openQuarantine(projectFolder: string, at: string): Quarantine {
  const items: QuarantineItem[] = []
  let made: string | undefined

  const folder = (): string => {
    made ??= makeFolder(projectFolder, at)
    return made
  }
  const placeFor = (file: string): { readonly kept: string; readonly target: string } => {
    for (let number = 1; ; number += 1) {
      const kept = `files${number === 1 ? '' : `-${number}`}/${file}`
      const target = path.join(projectFolder, folder(), ...kept.split('/'))
      if (fs.lstatSync(target, { throwIfNoEntry: false }) !== undefined) continue
      fs.mkdirSync(path.dirname(target), { recursive: true })
      return { kept, target }
    }
  }

  return {
    move: file => {
      const source = path.join(projectFolder, ...file.split('/'))
      const { kept, target } = placeFor(file)
      renamePatiently(source, target)
      syncFolder(path.dirname(target))
      syncFolder(path.dirname(source))
      return kept
    },
    copy: file => {
      const bytes = readOwnFile(path.join(projectFolder, ...file.split('/')))
      const { kept, target } = placeFor(file)
      writeDurably(target, bytes)
      return kept
    },
    note: item => {
      items.push(item)
    },
    items,
    finish: () => {
      if (items.length === 0 && made === undefined) return undefined
      const list: QuarantineList = { format: 'assay-quarantine', version: 1, at, items }
      const text = `${JSON.stringify(list, undefined, 2)}\n`
      writeDurably(path.join(projectFolder, folder(), quarantineListName), text)
      return folder()
    },
  }
}

/** Not recursive: a link that stands where the folder should be must not lead anywhere. Throws the system's error. */
function makeFolder(projectFolder: string, at: string): string {
  const parent = path.join(projectFolder, quarantineFolder)
  const standing = fs.lstatSync(parent, { throwIfNoEntry: false })
  if (standing === undefined) fs.mkdirSync(parent)
  else if (!standing.isDirectory())
    throw Object.assign(new Error(`${parent} is no folder`), { code: 'ENOTDIR', path: parent })
  const time = at.slice(0, 19).replaceAll(':', '')
  for (let number = 1; ; number += 1) {
    const name = `${quarantineFolder}/${time}${number === 1 ? '' : `-${number}`}`
    if (fs.existsSync(path.join(projectFolder, name))) continue
    fs.mkdirSync(path.join(projectFolder, name))
    syncFolder(parent)
    syncFolder(projectFolder)
    return name
  }
}
