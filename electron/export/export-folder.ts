import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { fail, succeed } from '../../shared/outcome/result'
import type { Result } from '../../shared/outcome/result'
import { errorCode } from '../store/explain-error'
import { syncFolder } from '../store/durable-write'
import { manifestHeadSchema, manifestName } from './manifest'

/** Largest manifest that is read to find out whether a folder is an export. */
const largestManifestBytes = 64 * 1024 * 1024

/** Where an export is written, and where it is moved to in the end. */
export type ExportFolder = {
  /** The folder the export is to be, its links followed. */
  readonly target: string
  /** Beside it, so that moving it is one rename. */
  readonly partial: string
  /** The first folder above `target` that had to be made; `undefined` when its parent was there. */
  readonly madeAbove: string | undefined
}

/**
 * Make the folder that an export is written into. Fails when `out` may not become an export: it exists
 * and nobody said to replace it, or it holds something else than an export. Throws the system's error.
 */
export async function prepareFolder(out: string, replace: boolean): Promise<Result<ExportFolder>> {
  const target = await resolved(path.resolve(out))
  const refusal = await refusalOf(target, replace)
  if (refusal !== undefined) return fail('refused', refusal)
  const parent = path.dirname(target)
  const madeAbove = await fs.mkdir(parent, { recursive: true })
  const partial = besideName(target, 'partial')
  try {
    await fs.mkdir(partial)
  } catch (error) {
    await removeEmptyAbove(parent, madeAbove)
    throw error
  }
  return succeed({ target, partial, madeAbove })
}

/**
 * Move the finished export in place; what stood there comes back when that fails. Gives the name of the
 * earlier export when it could not be removed afterwards. Throws the system's error when nothing changed.
 */
export async function moveInPlace({
  target,
  partial,
}: ExportFolder): Promise<Result<{ readonly leftBehind?: string }>> {
  syncFolder(partial)
  const old = besideName(target, 'replaced')
  const hadOld = await movedAside(target, old)
  try {
    await fs.rename(partial, target)
    syncFolder(path.dirname(target))
  } catch (error) {
    if (!(await movedBack({ target, partial, old: hadOld ? old : undefined })))
      return fail(
        'not-saved',
        `The export could not be put in place. What stood there before is complete, but under another name: “${path.basename(old)}” beside it. Rename it back and try again.`,
      )
    throw error
  }
  if (!hadOld || (await isRemoved(old))) return succeed({})
  return succeed({ leftBehind: path.basename(old) })
}

/** True when everything stands where it stood before the move. */
async function movedBack(names: {
  readonly target: string
  readonly partial: string
  readonly old: string | undefined
}): Promise<boolean> {
  try {
    await movedAside(names.target, names.partial)
    if (names.old !== undefined) await fs.rename(names.old, names.target)
    return true
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return false
  }
}

async function isRemoved(folder: string): Promise<boolean> {
  try {
    await fs.rm(folder, { recursive: true, force: true })
    return true
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return false
  }
}

/** Remove every trace of an export that was not finished, as far as the disk still allows. */
export async function discardFolder({ target, partial, madeAbove }: ExportFolder): Promise<void> {
  await isRemoved(partial)
  await removeEmptyAbove(path.dirname(target), madeAbove)
}

async function resolved(out: string): Promise<string> {
  try {
    return await fs.realpath(out)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    return out
  }
}

async function refusalOf(target: string, replace: boolean): Promise<string | undefined> {
  const name = `“${path.basename(target)}”`
  let names: string[]
  try {
    names = await fs.readdir(target)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return danglingLink(target, name)
    if (errorCode(error) !== 'ENOTDIR') throw error
    return `${name} is a file, and an export is a folder. Nothing was written; choose another name.`
  }
  if (!replace)
    return `The folder ${name} exists already. Nothing was written; choose another name, or say that it may be replaced (--force).`
  if (names.length === 0 || (await isExport(target))) return undefined
  return `The folder ${name} is not an export of Assay, so it was not replaced. Nothing was written; choose another name.`
}

async function danglingLink(target: string, name: string): Promise<string | undefined> {
  try {
    await fs.lstat(target)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
  return `${name} is a link to a folder that is not there. Nothing was written; choose another name.`
}

/** True when the folder has a manifest of ours; a folder that is not there has none. */
export async function isExport(folder: string): Promise<boolean> {
  const manifest = path.join(folder, manifestName)
  try {
    const stat = await fs.lstat(manifest)
    if (!stat.isFile() || stat.size > largestManifestBytes) return false
    const value: unknown = JSON.parse(await fs.readFile(manifest, 'utf8'))
    return manifestHeadSchema.safeParse(value).success
  } catch (error) {
    const code = errorCode(error)
    if (error instanceof SyntaxError || code === 'ENOENT' || code === 'ENOTDIR') return false
    throw error
  }
}

async function movedAside(target: string, old: string): Promise<boolean> {
  try {
    await fs.rename(target, old)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Folders that were made for this export go again as long as they are empty. */
async function removeEmptyAbove(parent: string, madeAbove: string | undefined): Promise<void> {
  if (madeAbove === undefined) return
  const last = path.dirname(madeAbove)
  try {
    for (let folder = parent; folder !== last; folder = path.dirname(folder)) await fs.rmdir(folder)
  } catch (error) {
    // Somebody else put something there, or took it away: not ours to touch.
    if (errorCode(error) === undefined) throw error
  }
}

function besideName(target: string, word: string): string {
  return `${target}.${word}-${randomBytes(6).toString('hex')}`
}
