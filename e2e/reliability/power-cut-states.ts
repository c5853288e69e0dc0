import type { DiskStep, Recording } from './recorded-disk'

/** How far a disk had come with what was not synced when the power went. */
export type Cut = {
  readonly name: string
  /** How many of a folder's names that wait to be written are kept, of `waiting`. */
  readonly namesKept: (waiting: number) => number
  /** How many bytes of an unsynced write are kept, of `length`; what is lost reads as zeros, or is missing at the end. */
  readonly bytesKept: (length: number) => number
}

/** What is found on the disk afterwards: content by name, `undefined` for a folder. */
export type FoundDisk = ReadonlyMap<string, Buffer | undefined>

type NameStep = (names: Map<string, number | undefined>) => void
type FileState = {
  /** Content as far as it was synced. */
  synced: Buffer
  /** Changes of its content since. */
  waiting: Extract<DiskStep, { kind: 'write' | 'truncate' }>[]
}

/**
 * The disk after a power cut that came after `count` steps of a recording. A model, stricter than most
 * disks: only a sync of a file makes its content durable, only a sync of its folder makes a name durable,
 * and what waits may be kept in part. It knows nothing of disks that lie about a sync, or change the order
 * across one.
 */
export function diskAfterCut({ before, steps }: Recording, count: number, cut: Cut): FoundDisk {
  const names = new Map<string, number | undefined>()
  const files = new Map<number, FileState>()
  let lastFile = 0
  for (const [name, content] of before) {
    if (content !== undefined) files.set((lastFile += 1), { synced: content, waiting: [] })
    names.set(name, content === undefined ? undefined : lastFile)
  }
  const waitingNames = new Map<string, NameStep[]>()
  const wait = (name: string, step: NameStep): void => {
    const folder = folderOf(name)
    waitingNames.set(folder, [...(waitingNames.get(folder) ?? []), step])
  }
  for (const step of steps.slice(0, count)) take(step)
  for (const waiting of waitingNames.values())
    for (const step of waiting.slice(0, cut.namesKept(waiting.length))) step(names)
  const found = new Map<string, Buffer | undefined>()
  for (const [name, file] of names) {
    if (!hasFolders(name, names)) continue
    const state = file === undefined ? undefined : files.get(file)
    found.set(name, state === undefined ? undefined : contentAfterCut(state, cut))
  }
  return found

  function take(step: DiskStep): void {
    switch (step.kind) {
      case 'create':
        files.set(step.file, { synced: Buffer.alloc(0), waiting: [] })
        wait(step.name, all => all.set(step.name, step.file))
        return
      case 'folder':
        wait(step.name, all => all.set(step.name, undefined))
        return
      case 'write':
      case 'truncate':
        files.get(step.file)?.waiting.push(step)
        return
      case 'sync': {
        const state = files.get(step.file)
        if (state === undefined) return
        state.synced = contentAfterCut(state, everything)
        state.waiting = []
        return
      }
      case 'sync folder': {
        const folder = step.name === '' ? '.' : step.name
        for (const waiting of waitingNames.get(folder) ?? []) waiting(names)
        waitingNames.delete(folder)
        return
      }
      case 'rename':
        wait(step.to, all => {
          const file = all.get(step.from)
          all.delete(step.from)
          all.set(step.to, file)
        })
        return
      case 'remove':
        wait(step.name, all => all.delete(step.name))
        return
      case 'acknowledged':
    }
  }
}

const everything: Cut = {
  name: 'everything',
  namesKept: waiting => waiting,
  bytesKept: length => length,
}

function contentAfterCut({ synced, waiting }: FileState, cut: Cut): Buffer {
  return waiting.reduce((content, step) => {
    if (step.kind === 'truncate') return content.subarray(0, step.size)
    const kept = cut.bytesKept(step.bytes.length)
    if (kept === 0) return content
    const end = step.at + kept
    const longer = Buffer.alloc(Math.max(content.length, end))
    content.copy(longer)
    step.bytes.copy(longer, step.at, 0, kept)
    return longer
  }, synced)
}

/** A name is found only when every folder above it is. */
function hasFolders(name: string, names: ReadonlyMap<string, unknown>): boolean {
  const folder = folderOf(name)
  return folder === '.' || (names.has(folder) && hasFolders(folder, names))
}

function folderOf(name: string): string {
  const at = name.lastIndexOf('/')
  return at === -1 ? '.' : name.slice(0, at)
}
