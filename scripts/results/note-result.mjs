import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Keep a result for the table in docs/reliability.md, as tests do with e2e/reliability/note-result.ts.
 * @param {{ test: string, count: number, found: string, figures?: Record<string, number> }} result
 */
export function noteResult(result) {
  const folder = process.env['ASSAY_RESULTS']
  if (folder === undefined || folder === '') return
  mkdirSync(folder, { recursive: true })
  const date = new Date().toISOString().slice(0, 10)
  const file = join(folder, `script-${process.pid}.json`)
  writeFileSync(file, JSON.stringify({ ...result, date }))
}
