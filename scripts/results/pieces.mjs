import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { dirname, join } from 'node:path'

/** @typedef {import('./rows.mjs').Row} Row */

/**
 * A result as a test leaves it (e2e/reliability/note-result.ts).
 * @typedef {object} Note
 * @property {string} test
 * @property {number} count
 * @property {string} found with `{name}` for a figure, `{median name}` and `{worst name}` for samples
 * @property {string} date
 * @property {Record<string, number>} [figures]
 * @property {Record<string, number[]>} [samples]
 * @property {string} [notRun]
 */

/** @typedef {{ file: string, outcome: 'passed' | 'failed' | 'skipped' }} RanTest */

/**
 * What one run says of one row. A long row is made in several runs, each a piece.
 * @typedef {object} Piece
 * @property {number} tests that ran in the row’s file
 * @property {number} failed
 * @property {Note[]} notes
 * @property {string} date
 * @property {number} load of the machine when it ended, as the system counts it over five minutes
 */

/**
 * What this run says of a row; nothing when it did not run here.
 * @param {Row} row
 * @param {readonly RanTest[]} tests
 * @param {readonly Note[]} notes
 * @returns {Piece | undefined}
 */
export function pieceOf(row, tests, notes) {
  const ran = tests.filter(
    ({ file, outcome }) =>
      outcome !== 'skipped' && (row.files ?? []).some(own => file.endsWith(own)),
  )
  const own = notes.filter(
    ({ test, notRun }) => notRun === undefined && (row.notes ?? []).includes(test),
  )
  const failed = ran.filter(({ outcome }) => outcome === 'failed').length
  // A test that failed leaves no note, so its failure must count without one.
  if (row.notes === undefined ? ran.length === 0 : own.length + failed === 0) return undefined
  const date =
    own
      .map(note => note.date)
      .sort()
      .at(-1) ?? today()
  return { tests: ran.length, failed, notes: own, date, load: os.loadavg()[1] ?? 0 }
}

const today = () => new Date().toISOString().slice(0, 10)

/**
 * All pieces of a row as one.
 * @param {readonly Piece[]} pieces at least one
 * @returns {{ count: number, found: string, date: string }}
 */
export function addUp(pieces) {
  const notes = pieces.flatMap(piece => piece.notes)
  const failed = sum(pieces.map(piece => piece.failed))
  const date =
    pieces
      .map(piece => piece.date)
      .sort()
      .at(-1) ?? today()
  const names = [...new Set(notes.map(({ test }) => test))]
  const found = names.map(name => foundIn(notes.filter(({ test }) => test === name)))
  if (notes.length === 0) found.push(failed === 0 ? 'each as promised' : '')
  if (failed > 0) found.unshift(`${failed} FAILED`)
  const counted = notes.length > 0 ? notes.map(({ count }) => count) : pieces.map(p => p.tests)
  return { count: sum(counted), found: found.filter(words => words !== '').join('; '), date }
}

/**
 * @param {readonly Note[]} notes of one test
 * @returns {string}
 */
function foundIn(notes) {
  const words = notes.at(-1)?.found ?? ''
  return words.replace(/\{(?:(median|worst) )?(\w+)\}/g, (_all, kind, name) => {
    if (kind === undefined) return String(sum(notes.map(({ figures }) => figures?.[name] ?? 0)))
    const samples = notes.flatMap(note => note.samples?.[name] ?? []).sort((a, b) => a - b)
    return String(
      Math.round((kind === 'worst' ? samples.at(-1) : samples[samples.length >> 1]) ?? 0),
    )
  })
}

/** @param {readonly number[]} numbers */
const sum = numbers => numbers.reduce((total, one) => total + one, 0)

/** Pieces made on this machine, by row: what is added up as long as nobody starts afresh. @param {string} root */
const piecesFile = root => join(root, '.cache', 'pieces.json')

/**
 * @param {string} root
 * @returns {Record<string, Piece[]>}
 */
export function readPieces(root) {
  const file = piecesFile(root)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/**
 * @param {string} root
 * @param {Readonly<Record<string, Piece[]>>} pieces
 */
export function writePieces(root, pieces) {
  mkdirSync(dirname(piecesFile(root)), { recursive: true })
  writeFileSync(piecesFile(root), JSON.stringify(pieces, null, 2))
}

/**
 * @param {string} folder
 * @returns {Note[]}
 */
export function notesIn(folder) {
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
export function testsIn(report) {
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
    ...suites.flatMap((/** @type {Suite} */ suite) =>
      testsOfSuite(suite).map(status => ({
        file: `${config.rootDir}/${suite.file}`.replaceAll('\\', '/'),
        outcome: outcomeOf[status] ?? 'failed',
      })),
    ),
  ]
}

/** @typedef {{ file: string, specs: { tests: { status: string }[] }[], suites?: Suite[] }} Suite */

/**
 * @param {Suite} suite
 * @returns {string[]} statuses of its tests, also of those in a `describe`
 */
const testsOfSuite = ({ specs, suites = [] }) => [
  ...specs.flatMap(spec => spec.tests.map(({ status }) => status)),
  ...suites.flatMap(testsOfSuite),
]

/** @type {Readonly<Record<string, RanTest['outcome']>>} */
const outcomeOf = { expected: 'passed', flaky: 'passed', skipped: 'skipped' }
