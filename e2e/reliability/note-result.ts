import fs from 'node:fs'
import path from 'node:path'

/** What came of a test, for its line of the table in docs/reliability.md. */
export type ReliabilityResult = {
  /** Names the test: results of the same name are added up, so a long run can be made in pieces. */
  readonly test: string
  /** How often it was tried; 0 with `notRun` when it could not be. */
  readonly count: number
  /**
   * What was found, in a few words. `{name}` stands for a figure, and `{median name}` and `{worst name}`
   * for what is made of samples: filled in when all pieces of a run are there.
   */
  readonly found: string
  readonly figures?: Readonly<Record<string, number>>
  readonly samples?: Readonly<Record<string, readonly number[]>>
  /** Why it was not run on this machine. */
  readonly notRun?: string
}

let noted = 0

/**
 * Keep a result for the table when `ASSAY_RESULTS` names a folder for them; each result in a file of its
 * own, because tests run beside each other.
 */
export function noteResult(result: ReliabilityResult): void {
  const folder = process.env['ASSAY_RESULTS']
  if (folder === undefined || folder === '') return
  fs.mkdirSync(folder, { recursive: true })
  noted += 1
  const date = new Date().toISOString().slice(0, 10)
  const file = path.join(folder, `${process.pid}-${noted}.json`)
  fs.writeFileSync(file, JSON.stringify({ ...result, date }))
}
