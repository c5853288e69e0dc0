import fs from 'node:fs'
import path from 'node:path'
import { vi } from 'vitest'

/** One thing a program asked of the disk, or the moment an edit was acknowledged. */
export type DiskStep =
  | { readonly kind: 'create'; readonly name: string; readonly file: number }
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: number; readonly size: number }
  | { readonly kind: 'sync'; readonly file: number }
  | { readonly kind: 'sync folder'; readonly name: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'acknowledged'; readonly number: number }

export type Recording = {
  /** What stood in the folder before, all of it durable: content by name; `undefined` for a folder. */
  readonly before: ReadonlyMap<string, Buffer | undefined>
  readonly steps: readonly DiskStep[]
  readonly acknowledge: (number: number) => void
}

/** What is known of an open file: which file of the recording it is, and where the next write goes. */
type Handle = { readonly file: number; position: number } | { readonly folder: string }

/**
 * Record what goes to the disk below `root` from now on, until `vi.restoreAllMocks`. Every file has a
 * number that stays the same when it is renamed. Calls that a save does not make are not known here.
 */
export function recordDisk(root: string): Recording {
  const before = contentOf(root)
  const steps: DiskStep[] = []
  const handles = new Map<number, Handle>()
  const files = new Map<string, number>()
  let lastFile = 0
  for (const [name, content] of before) if (content !== undefined) files.set(name, (lastFile += 1))
  const nameOf = (full: unknown): string | undefined => {
    const name = path.relative(root, String(full))
    return name.startsWith('..') ? undefined : name
  }
  const fileOf = (handle: unknown): { file: number; position: number } | undefined => {
    const known = handles.get(Number(handle))
    return known !== undefined && 'file' in known ? known : undefined
  }
  const noteSync = (handle: unknown): void => {
    const known = handles.get(Number(handle))
    if (known === undefined) return
    if ('file' in known) steps.push({ kind: 'sync', file: known.file })
    else steps.push({ kind: 'sync folder', name: known.folder })
  }

  after('openSync', (handle, full) => {
    const name = nameOf(full)
    if (name === undefined) return
    if (fs.fstatSync(Number(handle)).isDirectory()) {
      handles.set(Number(handle), { folder: name })
      return
    }
    let file = files.get(name)
    if (file === undefined) {
      file = lastFile += 1
      files.set(name, file)
      steps.push({ kind: 'create', name, file })
    }
    handles.set(Number(handle), { file, position: fs.fstatSync(Number(handle)).size })
  })
  after('writeSync', (count, handle, bytes, from) => {
    const known = fileOf(handle)
    if (known === undefined) return
    const written = Buffer.from(bytes as Uint8Array).subarray(
      Number(from),
      Number(from) + Number(count),
    )
    steps.push({ kind: 'write', file: known.file, at: known.position, bytes: Buffer.from(written) })
    known.position += written.length
  })
  after('ftruncateSync', (_done, handle, size) => {
    const known = fileOf(handle)
    if (known !== undefined) steps.push({ kind: 'truncate', file: known.file, size: Number(size) })
  })
  after('fsyncSync', (_done, handle) => {
    noteSync(handle)
  })
  after('fdatasyncSync', (_done, handle) => {
    noteSync(handle)
  })
  const dataSync = fs.fdatasync
  vi.spyOn(fs, 'fdatasync').mockImplementation((handle, done) => {
    dataSync(handle, error => {
      if (error === null) noteSync(handle)
      done(error)
    })
  })
  after('mkdirSync', (_done, full) => {
    const name = nameOf(full)
    if (name !== undefined) steps.push({ kind: 'folder', name })
  })
  after('renameSync', (_done, from, to) => {
    const [old, name] = [nameOf(from), nameOf(to)]
    const file = files.get(old ?? '')
    if (old === undefined || name === undefined || file === undefined) return
    files.delete(old)
    files.set(name, file)
    steps.push({ kind: 'rename', from: old, to: name })
  })
  after('rmSync', (_done, full) => {
    const name = nameOf(full)
    if (name === undefined || !files.delete(name)) return
    steps.push({ kind: 'remove', name })
  })
  return {
    before,
    steps,
    acknowledge: number => {
      steps.push({ kind: 'acknowledged', number })
    },
  }
}

type NoteCall = (result: unknown, ...given: unknown[]) => void

/** Call the real function, and note it once it has worked. */
function after(
  name:
    | 'openSync'
    | 'writeSync'
    | 'ftruncateSync'
    | 'fsyncSync'
    | 'fdatasyncSync'
    | 'mkdirSync'
    | 'renameSync'
    | 'rmSync',
  note: NoteCall,
): void {
  const real = (fs[name] as (...given: unknown[]) => unknown).bind(fs)
  vi.spyOn(fs, name as 'writeSync').mockImplementation(((...given: unknown[]) => {
    const result = real(...given)
    note(result, ...given)
    return result
  }) as unknown as typeof fs.writeSync)
}

function contentOf(root: string): Map<string, Buffer | undefined> {
  const entries = fs.readdirSync(root, { recursive: true, withFileTypes: true })
  return new Map(
    entries.map(entry => {
      const full = path.join(entry.parentPath, entry.name)
      return [path.relative(root, full), entry.isFile() ? fs.readFileSync(full) : undefined]
    }),
  )
}
