import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../run/command.mjs'
import { onDisplay } from '../run/display.mjs'

/**
 * What came of a named test. `missing`: nothing of that name ran, for instance because its file could not be
 * loaded, which is no sign that it sees anything. `left out`: it needs what this machine does not have.
 * @typedef {'green' | 'red' | 'missing' | 'left out'} Outcome
 */

/** @typedef {import('./mutations.mjs').NamedTest} NamedTest */

/** A test that hangs on a broken program has noticed nothing anybody could read. */
const timeoutMs = 5 * 60_000

/**
 * Run exactly these tests in `folder`.
 * @param {string} folder
 * @param {readonly NamedTest[]} tests
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ outcomes: Map<NamedTest, Outcome>, output: string }>}
 */
export async function runNamed(folder, tests, env) {
  const inWindow = tests.filter(({ file }) => file.endsWith('.spec.ts'))
  const inNode = tests.filter(test => !inWindow.includes(test))
  const outcomes = new Map()
  let output = ''
  for (const [some, run] of /** @type {const} */ ([
    [inNode, runVitest],
    [inWindow, runPlaywright],
  ])) {
    if (some.length === 0) continue
    const ran = await run(folder, some, env)
    output += ran.output
    for (const test of some) outcomes.set(test, ran.outcomeOf(test))
  }
  return { outcomes, output }
}

/** @typedef {(folder: string, tests: readonly NamedTest[], env: NodeJS.ProcessEnv) => Promise<{ outcomeOf: (test: NamedTest) => Outcome, output: string }>} Runner */

/** @type {Runner} */
async function runVitest(folder, tests, env) {
  const report = join(folder, 'vitest-report.json')
  const { output, found } = await run(
    folder,
    [
      join(folder, 'node_modules/vitest/vitest.mjs'),
      ...['run', ...filesOf(tests), '--reporter=json', `--outputFile=${report}`],
      ...['-t', patternOf(tests)],
    ],
    report,
    env,
  )
  /** @type {{ testResults?: { name: string, assertionResults: { title: string, status: string }[] }[] }} */
  const { testResults = [] } = found
  return {
    output,
    outcomeOf: ({ file, title }) => {
      const statuses = testResults
        .filter(({ name }) => name.endsWith(`/${file}`))
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(result => result.title === title)
        .map(({ status }) => status)
      if (statuses.length === 0) return 'missing'
      if (statuses.includes('failed')) return 'red'
      return statuses.includes('passed') ? 'green' : 'left out'
    },
  }
}

/** @type {Runner} */
async function runPlaywright(folder, tests, env) {
  if (tests.some(({ needsBuild }) => needsBuild === true)) {
    const tool = join(folder, 'node_modules/electron-vite/bin/electron-vite.js')
    const built = await runCommand(process.execPath, [tool, 'build'], { cwd: folder, env })
    if (built.code !== 0) return { output: built.output, outcomeOf: () => 'missing' }
  }
  const report = join(folder, 'playwright-report.json')
  const [command, args] = onDisplay(process.execPath, [
    join(folder, 'node_modules/@playwright/test/cli.js'),
    ...['test', ...filesOf(tests), '--reporter=json', '--retries=0'],
    ...['-g', patternOf(tests)],
  ])
  const { output, found } = await run(
    folder,
    [command, ...args],
    report,
    { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    false,
  )
  /** @type {{ suites?: { file: string, specs: { title: string, tests: { status: string }[] }[] }[] }} */
  const { suites = [] } = found
  return {
    output,
    outcomeOf: ({ file, title }) => {
      const statuses = suites
        .filter(suite => file.endsWith(suite.file))
        .flatMap(({ specs }) => specs)
        .filter(spec => spec.title === title)
        .flatMap(spec => spec.tests.map(({ status }) => status))
      if (statuses.length === 0) return 'missing'
      if (statuses.includes('unexpected')) return 'red'
      return statuses.includes('skipped') ? 'left out' : 'green'
    },
  }
}

/**
 * @param {string} folder
 * @param {string[]} words
 * @param {string} report
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} [isOfNode] whether the words are for Node
 */
async function run(folder, words, report, env, isOfNode = true) {
  rmSync(report, { force: true })
  const [command = '', ...args] = isOfNode ? [process.execPath, ...words] : words
  const { output } = await runCommand(command, args, { cwd: folder, env, timeoutMs })
  return { output, found: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {} }
}

/** @param {readonly NamedTest[]} tests */
const filesOf = tests => [...new Set(tests.map(({ file }) => file))]

/** @param {readonly NamedTest[]} tests */
const patternOf = tests =>
  tests.map(({ title }) => `${title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`).join('|')
