import fs from 'node:fs'
import path from 'node:path'
import { explainFileError } from '../store/explain-error'

/** Deepest folder inside a dropped folder that is looked into. */
const deepestFolder = 16

type Unread = { readonly name: string; readonly message: string }

/** The files themselves, and all files below the folders in the order of their names; hidden ones and links are passed over. */
export function findFiles(paths: readonly string[]): {
  readonly files: string[]
  readonly failed: Unread[]
} {
  const failed: Unread[] = []
  return { files: paths.flatMap(file => filesBelow(file, failed)), failed }
}

function filesBelow(file: string, failed: Unread[]): string[] {
  try {
    return fs.statSync(file).isDirectory() ? filesIn(file, failed, 1) : [file]
  } catch (error) {
    failed.push(unread(file, error))
    return []
  }
}

function filesIn(folder: string, failed: Unread[], depth: number): string[] {
  if (depth > deepestFolder) return []
  try {
    return fs
      .readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(entry => {
        const file = path.join(folder, entry.name)
        if (entry.isDirectory()) return filesIn(file, failed, depth + 1)
        return entry.isSymbolicLink() ? [] : [file]
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
