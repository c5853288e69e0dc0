import fs from 'node:fs'
import path from 'node:path'
import { explainFileError } from '../store/explain-error'
import { isFolderOfPage } from './folder-of-page'

/** Deepest folder inside a dropped folder that is looked into. */
const deepestFolder = 16

type Unread = { readonly name: string; readonly message: string }

/**
 * The files themselves, and all files below the folders in the order of their names. Hidden files and the
 * folders of saved pages are passed over; links, what is too deep, and folders without any file are named.
 */
export function findFiles(paths: readonly string[]): {
  readonly files: string[]
  readonly failed: Unread[]
} {
  const failed: Unread[] = []
  const given = paths.filter(file => !isFolderOfPage(file, paths))
  return { files: given.flatMap(file => filesBelow(file, failed)), failed }
}

function filesBelow(file: string, failed: Unread[]): string[] {
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

function filesIn(folder: string, failed: Unread[], depth: number): string[] {
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
    const names = entries.map(({ name }) => name)
    return entries.flatMap(entry => {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory())
        return isFolderOfPage(entry.name, names) ? [] : filesIn(file, failed, depth + 1)
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

function unread(file: string, error: unknown): Unread {
  const name = path.basename(file)
  return { name, message: explainFileError(error, `“${name}” was not imported`).error.message }
}

function passedOver(file: string, why: string): Unread {
  const name = path.basename(file)
  return { name, message: `“${name}” was not imported: ${why}` }
}
