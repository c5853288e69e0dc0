import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A new folder in memory where there is such a disk: for tests whose result does not depend on a real one, and that sync a lot. */
export function quickFolder(): string {
  const shared = '/dev/shm'
  return fs.mkdtempSync(
    path.join(fs.existsSync(shared) ? shared : os.tmpdir(), 'assay-reliability-'),
  )
}
