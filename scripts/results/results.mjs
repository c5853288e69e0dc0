import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { Failure } from '../run/failure.mjs'
import { rows } from './rows.mjs'

/** @typedef {import('./rows.mjs').Row} Row */

/**
 * What came of a row the last time it was run.
 * @typedef {{ count: number, found: string, date: string, machine: string }} Result
 */

/** A result as a test leaves it. @typedef {{ test: string, count: number, found: string, date: string, notRun?: string }} Note */

const resultsFile = join('docs', 'reliability-results.json')
const pageFile = join('docs', 'reliability.md')
const begin = '<!-- results: written by npm run test:long -->'
const end = '<!-- end of results -->'

/**
 * Put what a long run found into docs/reliability.md, over older results of the same rows. A row that could
 * not be run here keeps the result it has from elsewhere, with its date and machine.
 * @param {string} root
 * @param {string} notesFolder where tests left their results
 * @param {readonly string[]} reports JSON reports of Vitest and Playwright
 */
export function publish(root, notesFolder, reports) {
  const tests = reports.flatMap(testsIn)
  const notes = notesIn(notesFolder)
  const known = readResults(root)
  const machine = describeMachine()
  for (const row of rows) {
    const found = resultOf(row, tests, notes)
    if (found !== undefined) known[row.id] = { ...found, machine }
  }
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
 * @param {readonly string[]} names
 * @param {readonly Note[]} notes
 * @returns {Omit<Result, 'machine'> | undefined} nothing when no test of that name was run here
 */
function ofNotes(names, notes) {
  const ran = notes.filter(note => names.includes(note.test) && note.notRun === undefined)
  const [last] = ran
    .map(({ date }) => date)
    .sort()
    .reverse()
  if (last === undefined) return undefined
  return {
    count: ran.reduce((sum, { count }) => sum + count, 0),
    found: ran.map(({ found }) => found).join('; '),
    date: last,
  }
}

/**
 * What this run says of a row; nothing when it did not run here. A test that failed leaves no result of its
 * own, so its failure counts first.
 * @param {Row} row
 * @param {readonly RanTest[]} tests
 * @param {readonly Note[]} notes
 * @returns {Omit<Result, 'machine'> | undefined}
 */
export function resultOf(row, tests, notes) {
  const counted = ofFile(row, tests)
  const hasFailed = counted !== undefined && counted.found !== asPromised
  return row.notes === undefined || hasFailed ? counted : ofNotes(row.notes, notes)
}

const asPromised = 'each as promised'

/** @typedef {{ file: string, outcome: 'passed' | 'failed' | 'skipped' }} RanTest */

/**
 * @param {Row} row
 * @param {readonly RanTest[]} tests
 * @returns {Omit<Result, 'machine'> | undefined}
 */
function ofFile({ file }, tests) {
  if (file === undefined) return undefined
  const ran = tests.filter(test => test.file.endsWith(file) && test.outcome !== 'skipped')
  if (ran.length === 0) return undefined
  const failed = ran.filter(({ outcome }) => outcome === 'failed').length
  return {
    count: ran.length,
    found: failed === 0 ? asPromised : `${failed} FAILED`,
    date: new Date().toISOString().slice(0, 10),
  }
}

/**
 * @param {string} folder
 * @returns {Note[]}
 */
function notesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')))
}

/**
 * The tests of a report of Vitest or Playwright.
 * @param {string} report
 * @returns {RanTest[]}
 */
function testsIn(report) {
  if (!existsSync(report)) return []
  const { testResults = [], suites = [], config } = JSON.parse(readFileSync(report, 'utf8'))
  return [
    ...testResults.flatMap(
      (/** @type {{ name: string, assertionResults: { status: string }[] }} */ file) =>
        file.assertionResults.map(({ status }) => ({
          file: file.name.replaceAll('\\', '/'),
          outcome: status === 'passed' || status === 'failed' ? status : 'skipped',
        })),
    ),
    ...suites.flatMap(
      (/** @type {{ file: string, specs: { tests: { status: string }[] }[] }} */ suite) =>
        suite.specs.flatMap(spec =>
          spec.tests.map(({ status }) => ({
            file: `${config.rootDir}/${suite.file}`.replaceAll('\\', '/'),
            outcome: outcomeOf[status] ?? 'failed',
          })),
        ),
    ),
  ]
}

/** @type {Readonly<Record<string, RanTest['outcome']>>} */
const outcomeOf = { expected: 'passed', flaky: 'passed', skipped: 'skipped' }

function describeMachine() {
  const [core] = os.cpus()
  const gigabytes = Math.round(os.totalmem() / 1024 ** 3)
  return `${os.type()} ${os.release().split('-')[0]}, ${os.cpus().length} cores (${core?.model.trim() ?? 'unknown'}), ${gigabytes} GB`
}
