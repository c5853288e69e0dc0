import fs from 'node:fs'
import path from 'node:path'
import type { ImportReport } from '../../shared/ipc/import-calls'
import { explainFileError } from '../store/explain-error'
import { isFolderOfPage, pagesAmong } from './folder-of-page'

/** Deepest folder inside a dropped folder that is looked into. */
const deepestFolder = 16

type Unread = ImportReport['failed'][number]
type Passed = { readonly file: string; readonly message: string }

/**
 * The files themselves, and all files below the folders in the order of their names. Hidden files and the
 * folders of saved pages are passed over; links, what is too deep, and folders without any file are named.
 */
export function findFiles(paths: readonly string[]): {
  readonly files: string[]
  readonly failed: Unread[]
} {
  const passed: Passed[] = []
  const pages = pagesAmong(paths)
  const given = paths.filter(file => !isFolderOfPage(file, pages))
  const files = given.flatMap(file => filesBelow(file, passed))
  const folderOf = foldersFrom(paths)
  const failed = passed.map(({ file, message }) => notImported(file, message, folderOf(file)))
  return { files, failed }
}

/**
 * The entry of the report for a file: with the folders it lies in, because files of several folders often
 * have the same name.
 */
export function notImported(file: string, message: string, folder: string | undefined): Unread {
  return { name: path.basename(file), message, ...(folder === undefined ? {} : { folder }) }
}

/** Tells the folders that a file lies in, from the one of `paths` on; none for a file that was named itself. */
export function foldersFrom(paths: readonly string[]): (file: string) => string | undefined {
  // Ten thousand files can be given at once: each is looked up, and not compared with all.
  const given = new Set(paths.map(one => path.resolve(one)))
  return file => {
    const inside = path.dirname(path.resolve(file))
    const outermost = foldersAbove(inside).findLast(folder => given.has(folder))
    if (outermost === undefined) return undefined
    return [path.basename(outermost), ...path.relative(outermost, inside).split(path.sep)]
      .filter(Boolean)
      .join('/')
  }
}

/** The folder itself and those it lies in, the innermost first. */
function foldersAbove(folder: string): string[] {
  const found = [folder]
  for (let above = path.dirname(folder); above !== found.at(-1); above = path.dirname(above))
    found.push(above)
  return found
}

function filesBelow(file: string, failed: Passed[]): string[] {
  try {
    if (!fs.statSync(file).isDirectory()) return [file]
  } catch (error) {
    failed.push(unread(file, error))
    return []
  }
  const before = failed.length
  const files = filesIn(file, failed, 1)
  if (files.length === 0 && failed.length === before)
    failed.push(
      passedOver(file, 'it is a folder without files in it. Check that it is the right folder.'),
    )
  return files
}

function filesIn(folder: string, failed: Passed[], depth: number): string[] {
  if (depth > deepestFolder) {
    const why = `it lies in more than ${String(deepestFolder)} folders inside of each other. Import it by itself.`
    failed.push(passedOver(folder, why))
    return []
  }
  try {
    const entries = fs
      .readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
    const pages = pagesAmong(entries.map(({ name }) => name))
    return entries.flatMap(entry => {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory())
        return isFolderOfPage(entry.name, pages) ? [] : filesIn(file, failed, depth + 1)
      if (!entry.isSymbolicLink()) return [file]
      const why = 'it is a link to somewhere else. Import what it leads to.'
      failed.push(passedOver(file, why))
      return []
    })
  } catch (error) {
    failed.push(unread(folder, error))
    return []
  }
}

function unread(file: string, error: unknown): Passed {
  const what = `“${path.basename(file)}” was not imported`
  return { file, message: explainFileError(error, what).error.message }
}

function passedOver(file: string, why: string): Passed {
  return { file, message: `“${path.basename(file)}” was not imported: ${why}` }
}
