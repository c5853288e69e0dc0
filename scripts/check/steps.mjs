import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runCommand } from '../run/command.mjs'
import { onDisplay } from '../run/display.mjs'
import { playwrightSkips, vitestSkips } from './skips.mjs'
import { playwrightTally, tallyOfRunner, tallyOfTool, vitestTally } from './tally.mjs'

/**
 * @typedef {object} StepResult
 * @property {string} name
 * @property {import('./tally.mjs').Tally} tally
 * @property {string[]} [skips] what was left out, and why
 * @property {string} output everything the step printed
 * @property {number} ms
 */

/** @typedef {() => Promise<StepResult>} CheckStep */

/**
 * The checks that only read the source.
 * @param {string} root
 * @returns {Record<'types' | 'lint' | 'format' | 'layers' | 'unused', CheckStep>}
 */
export function staticSteps(root) {
  const cache = join('node_modules', '.cache')
  return {
    types: tool(root, 'types', ['typescript/bin/tsc', '--build']),
    lint: tool(root, 'lint', [
      'eslint/bin/eslint.js',
      '.',
      '--max-warnings=0',
      ...['--cache', '--cache-strategy=content', `--cache-location=${cache}/eslint/`],
    ]),
    format: tool(root, 'format', [
      'prettier/bin/prettier.cjs',
      '--check',
      '.',
      ...['--cache', '--cache-strategy=content', `--cache-location=${cache}/prettier`],
    ]),
    layers: tool(root, 'layers', [
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.cjs'],
      ...['shared', 'electron', 'renderer', 'e2e', 'bench', 'scripts'],
    ]),
    unused: tool(root, 'unused', ['knip/bin/knip.js']),
  }
}

/**
 * Vitest's tests.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [files] only these
 * @returns {CheckStep}
 */
export function unitStep(root, env, files = []) {
  const report = reportFile(root, 'unit')
  const args = ['vitest/vitest.mjs', 'run', ...files, '--reporter=default', '--reporter=json']
  return runner(
    root,
    'unit',
    [...args, `--outputFile.json=${report}`],
    report,
    reading(vitestTally, vitestSkips),
    {
      env,
    },
  )
}

/**
 * Playwright's tests under one configuration, on a virtual display where there is none.
 * @param {string} root
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {CheckStep}
 */
export function playwrightStep(root, name, args, env) {
  const report = reportFile(root, name)
  const words = ['@playwright/test/cli.js', 'test', '--reporter=list,json', ...args]
  return runner(root, name, words, report, reading(playwrightTally, playwrightSkips), {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_FORCE_TTY: '0' },
    needsDisplay: true,
  })
}

/**
 * Whether `folder` has a file that ends in `ending`, at any depth.
 * @param {string} root
 * @param {string} folder
 * @param {string} ending
 */
export function hasFiles(root, folder, ending) {
  const path = join(root, folder)
  if (!existsSync(path)) return false
  return readdirSync(path, { recursive: true }).some(name => String(name).endsWith(ending))
}

/**
 * @param {string} root
 * @param {string} name
 */
const reportFile = (root, name) => join(root, '.cache', 'check', `${name}.json`)

/**
 * @param {string} root
 * @param {string} name
 * @param {string[]} words the tool's file inside node_modules, then its arguments
 * @returns {CheckStep}
 */
function tool(root, name, words) {
  return timed(name, async () => {
    const { code, output } = await runCommand(process.execPath, inNodeModules(root, words), {
      cwd: root,
    })
    return { tally: tallyOfTool(code), output }
  })
}

/**
 * @template T
 * @param {string} root
 * @param {string} name
 * @param {string[]} words
 * @param {string} report where the runner writes its JSON report
 * @param {(report: T) => Pick<StepResult, 'tally' | 'skips'>} read
 * @param {{ env: NodeJS.ProcessEnv, needsDisplay?: boolean }} options
 * @returns {CheckStep}
 */
function runner(root, name, words, report, read, { env, needsDisplay = false }) {
  return timed(name, async () => {
    mkdirSync(dirname(report), { recursive: true })
    rmSync(report, { force: true })
    const nodeArgs = inNodeModules(root, words)
    const [command, args] = needsDisplay
      ? onDisplay(process.execPath, nodeArgs)
      : [process.execPath, nodeArgs]
    const { code, output } = await runCommand(command, args, { cwd: root, env })
    const said = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : null
    return { ...said, tally: tallyOfRunner(code, said?.tally ?? null), output }
  })
}

/**
 * @template T, S
 * @param {(report: T) => import('./tally.mjs').Tally} tally
 * @param {(report: S) => string[]} skips
 * @returns {(report: T & S) => Pick<StepResult, 'tally' | 'skips'>}
 */
const reading = (tally, skips) => report => ({ tally: tally(report), skips: skips(report) })

/**
 * @param {string} root
 * @param {string[]} words
 */
function inNodeModules(root, [file = '', ...args]) {
  return [join(root, 'node_modules', file), ...args]
}

/**
 * @param {string} name
 * @param {() => Promise<{ tally: import('./tally.mjs').Tally, output: string }>} work
 * @returns {CheckStep}
 */
function timed(name, work) {
  return async () => {
    const start = performance.now()
    const done = await work()
    return { name, ...done, ms: Math.round(performance.now() - start) }
  }
}
