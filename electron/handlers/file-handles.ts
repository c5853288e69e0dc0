import { randomUUID } from 'node:crypto'
import type { FileHandle } from '../../shared/ipc/handles'

export type FileHandles = {
  readonly register: (path: string) => FileHandle
  readonly pathOf: (handle: FileHandle) => string | undefined
}

/** Dropped files by handles; the window never learns a path. */
export function fileHandles(): FileHandles {
  const paths = new Map<FileHandle, string>()
  return {
    register: file => {
      const handle = randomUUID() as FileHandle
      paths.set(handle, file)
      return handle
    },
    pathOf: handle => paths.get(handle),
  }
}
