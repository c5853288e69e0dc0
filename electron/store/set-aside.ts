import fs from 'node:fs'
import path from 'node:path'
import { writeDurably } from './durable-write'
import type { JournalReading } from './journal'

/**
 * Keep the records that follow damage where a person can read them; the journal itself stays as it is.
 * Gives the file's name below the project folder. The same records give the same file.
 */
export function keepSetAside(projectFolder: string, reading: JournalReading): string | undefined {
  const first = reading.setAside[0]
  if (first === undefined) return undefined
  const name = `${reading.name}-from-${first.seq}.json`
  fs.mkdirSync(path.join(projectFolder, '.assay', 'quarantine'), { recursive: true })
  writeDurably(
    path.join(projectFolder, '.assay', 'quarantine', name),
    `${JSON.stringify(reading.setAside, undefined, 2)}\n`,
  )
  return `.assay/quarantine/${name}`
}
