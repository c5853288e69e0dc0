import fs from 'node:fs'

/** Whether a file of bytes is there: a pipe or a device is none, and is never opened. */
export function isRegularFile(place: string): boolean {
  try {
    return fs.statSync(place).isFile()
  } catch {
    return false
  }
}
