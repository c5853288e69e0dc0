import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { compareText } from '../../shared/annotation/annotation'
import type { ExportPiece } from '../../shared/formats/format'
import { syncFolder } from '../store/durable-write'
import { packArchive, waitingMember } from './archive'
import type { ExportManifest } from './manifest'
import type { OpenFile, StreamFile } from './stream-file'
import { createStreamFile } from './stream-file'

/** The files of an export while it is written, each opened by the first piece that names it. */
export type ExportFiles = {
  readonly append: (pieces: readonly ExportPiece[]) => Promise<void>
  /** Pack the archives, make the files since the last call durable and close them; ordered by name. */
  readonly finish: () => Promise<ExportManifest['files']>
  readonly close: () => Promise<void>
}

/** Files that are made durable at the same time. */
const mostClosing = 16

/** The members of one archive by name, waiting on disk until all of them are complete. */
type Archive = { readonly folder: string; readonly members: Map<string, string> }

/** Open the files of an export in `folder`, an empty folder. Every call throws the system's error. */
export function openExportFiles(folder: string, open: OpenFile): ExportFiles {
  const streams = new Map<string, StreamFile>()
  const archives = new Map<string, Archive>()
  const folders = new Set<string>()
  let finished: { name: string; bytes: number; sha256: string }[] = []

  const streamAt = async (file: string): Promise<StreamFile> => {
    const known = streams.get(file)
    if (known !== undefined) return known
    const parts = safeParts(file)
    const parent = path.join(folder, ...parts.slice(0, -1))
    if (parts.length > 1 && !folders.has(parent)) {
      mkdirSync(parent, { recursive: true })
      for (let depth = 1; depth < parts.length; depth += 1)
        folders.add(path.join(folder, ...parts.slice(0, depth)))
    }
    const stream = await createStreamFile(path.join(folder, ...parts), open)
    streams.set(file, stream)
    return stream
  }

  const closeDurably = async (file: string, stream: StreamFile): Promise<void> => {
    streams.delete(file)
    try {
      finished.push({ name: file, ...(await stream.finish()) })
    } finally {
      await stream.close()
    }
  }

  // A disk makes several files durable in the time of one: formats with a file an article need that.
  const closing = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | undefined
  const closeSoon = (file: string, stream: StreamFile): void => {
    const closed = closeDurably(file, stream)
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .finally(() => closing.delete(closed))
    closing.add(closed)
  }
  const throwFailure = (): void => {
    if (failure !== undefined) throw failure.error
  }

  const memberFile = (archive: string, member: string): string => {
    const name = `.${archives.size}-members`
    const known = archives.get(archive) ?? { folder: name, members: new Map<string, string>() }
    archives.set(archive, known)
    const file = known.members.get(member) ?? waitingMember(known.folder, known.members.size)
    known.members.set(member, file)
    return file
  }

  const packAll = async (): Promise<void> => {
    for (const [file, { folder: waiting, members }] of archives) {
      for (const member of members.values()) {
        const stream = streams.get(member)
        await stream?.finish()
        await stream?.close()
        streams.delete(member)
      }
      const content = [...members].map(([name, member]) => ({
        name: safeParts(name).join('/'),
        content: path.join(folder, member),
      }))
      await packArchive(await streamAt(file), content)
      rmSync(path.join(folder, waiting), { recursive: true })
      folders.delete(path.join(folder, waiting))
    }
    archives.clear()
  }

  return {
    append: async pieces => {
      for (const { archive, file, text, bytes, isLast } of pieces) {
        const name = archive === undefined ? file : memberFile(archive, file)
        const stream = await streamAt(name)
        await stream.append(text ?? bytes)
        if (isLast === true && archive === undefined) closeSoon(name, stream)
        if (closing.size >= mostClosing) await Promise.race(closing)
        throwFailure()
      }
    },
    finish: async () => {
      await packAll()
      for (const [name, stream] of [...streams]) closeSoon(name, stream)
      await Promise.all(closing)
      throwFailure()
      for (const made of folders) syncFolder(made)
      const files = finished.sort((a, b) => compareText(a.name, b.name))
      finished = []
      return files
    },
    close: async () => {
      await Promise.all(closing)
      for (const stream of streams.values()) await stream.close()
    },
  }
}

/** Formats make names out of titles: one that would leave the folder is a bug of the format. */
function safeParts(file: string): string[] {
  const parts = file.split('/')
  if (parts.some(part => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part)))
    throw new RangeError(`“${file}” is no path inside an export`)
  return parts
}
