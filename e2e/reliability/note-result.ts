import fs from 'node:fs'
import path from 'node:path'

/** One line of the table in docs/reliability.md. */
export type ReliabilityResult = {
  /** Names the test: a later result of the same name takes the place of an earlier one. */
  readonly test: string
  /** How often it was tried; 0 with `notRun` when it could not be. */
  readonly count: number
  /** What was found, in a few words with figures. */
  readonly found: string
  /** Why it was not run on this machine. */
  readonly notRun?: string
}

/**
 * Keep a result for the table when `ASSAY_RESULTS` names a folder for them; each result in a file of its
 * own, because tests run beside each other.
 */
export function noteResult(result: ReliabilityResult): void {
  const folder = process.env['ASSAY_RESULTS']
  if (folder === undefined || folder === '') return
  fs.mkdirSync(folder, { recursive: true })
  const name = result.test.replace(/[^a-z0-9]+/gi, '-').toLowerCase()
  const date = new Date().toISOString().slice(0, 10)
  fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ ...result, date }))
}
