import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { Failure } from '../run/failure.mjs'
import { addUp, notesIn, pieceOf, readPieces, testsIn, writePieces } from './pieces.mjs'
import { rows } from './rows.mjs'

/**
 * What came of a row the last time it was run.
 * @typedef {{ count: number, found: string, date: string, machine: string }} Result
 */

const resultsFile = join('docs', 'reliability-results.json')
const pageFile = join('docs', 'reliability.md')
const begin = '<!-- results: written by npm run test:long -->'
const end = '<!-- end of results -->'

/**
 * Put what a run found into docs/reliability.md. A row that could not be run here keeps the result it has
 * from elsewhere, with its date and machine.
 * @param {string} root
 * @param {string} notesFolder where tests left their results
 * @param {readonly string[]} reports JSON reports of Vitest and Playwright
 * @param {{ isAdded: boolean }} how added to the earlier pieces of each row, or instead of them
 */
export function publish(root, notesFolder, reports, { isAdded }) {
  const tests = reports.flatMap(testsIn)
  const notes = notesIn(notesFolder)
  const pieces = readPieces(root)
  const known = readResults(root)
  for (const row of rows) {
    const piece = pieceOf(row, tests, notes)
    if (piece === undefined) continue
    const all = [...(isAdded ? (pieces[row.id] ?? []) : []), piece]
    pieces[row.id] = all
    known[row.id] = { ...addUp(all), machine: describeMachine(all.map(({ load }) => load)) }
  }
  writePieces(root, pieces)
  writeFileSync(join(root, resultsFile), `${JSON.stringify(known, null, 2)}\n`)
  const page = join(root, pageFile)
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), tableOf(known)))
}

/**
 * @param {string} root
 * @returns {Record<string, Result>}
 */
export function readResults(root) {
  return JSON.parse(readFileSync(join(root, resultsFile), 'utf8'))
}

/**
 * The page with this table in the place of the one it has; what is written around it stays.
 * @param {string} page
 * @param {string} table
 */
export function withTable(page, table) {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from === -1 || to < from)
    throw new Failure(`${pageFile} has no place for the results: put “${begin}” and “${end}” in.`)
  return `${page.slice(0, from + begin.length)}\n\n${table}\n${page.slice(to)}`
}

/** @param {Readonly<Record<string, Result>>} results */
export function tableOf(results) {
  const lines = rows.map(row => {
    const result = results[row.id]
    const found =
      result === undefined
        ? ['not run', row.where ?? 'no result yet', '', '']
        : [String(result.count), result.found, result.date, result.machine]
    return `| ${[row.what, ...found, row.run === '' ? '' : `\`${row.run}\``].map(cell).join(' | ')} |`
  })
  return [
    '| what was done | how often | what came of it | date | machine | run it yourself |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}

/** @param {string} text */
const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/**
 * @param {readonly number[]} loads of the machine at the end of each piece
 * @returns {string}
 */
function describeMachine(loads) {
  const [core] = os.cpus()
  const gigabytes = Math.round(os.totalmem() / 1024 ** 3)
  const [least, most] = [Math.min(...loads), Math.max(...loads)].map(load => load.toFixed(1))
  const load = least === most ? least : `${least} to ${most}`
  return `${os.type()} ${os.release().split('-')[0]}, ${os.cpus().length} cores (${core?.model.trim() ?? 'unknown'}), ${gigabytes} GB, load ${load}`
}
