import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runSteps } from '../check/run-steps.mjs'
import { playwrightStep, unitStep } from '../check/steps.mjs'
import { closingLine } from '../check/tally.mjs'
import { testMutations } from '../mutations/test-mutations.mjs'
import { publish } from '../results/results.mjs'
import { rows } from '../results/rows.mjs'
import { electronEnv } from '../run/electron-env.mjs'
import { diskTools } from '../set-up/disk-tools.mjs'
import { reportToPerson } from '../set-up/report.mjs'
import { setUp } from '../set-up/set-up.mjs'
import { readRequest } from './read-request.mjs'

/**
 * The tests in their long form: `ASSAY_LONG=1` tells a test to try more often. Without a word everything;
 * with names of rows only their tests, so that hours can be had in pieces: `--tries N` says how often, and
 * `--add` adds the outcome to the pieces before. What came of it goes into the table of docs/reliability.md.
 * @param {string} root
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function testLong(root, args) {
  const { chosen, tries, isAdded } = readRequest(args, rows)
  const { runtime } = await setUp(root, { onStep: reportToPerson() })
  const lacking = await diskTools()
  if (lacking !== undefined) console.log(lacking)
  const results = join(root, '.cache', 'results')
  rmSync(results, { recursive: true, force: true })
  process.env['ASSAY_RESULTS'] = results
  const env = {
    ...electronEnv(runtime),
    FORCE_COLOR: '0',
    ASSAY_LONG: '1',
    ASSAY_RESULTS: results,
    ...(tries === undefined ? {} : { ASSAY_TRIES: String(tries) }),
  }
  const files = chosen.flatMap(row => row.files ?? [])
  const inNode = files.filter(file => !file.endsWith('.spec.ts'))
  const inWindow = files.filter(file => file.endsWith('.spec.ts'))
  const isAll = chosen.length === rows.length
  const steps = []
  if (isAll || inNode.length > 0) steps.push(unitStep(root, env, isAll ? [] : inNode))
  if (inWindow.length > 0) steps.push(playwrightStep(root, 'e2e long', inWindow, env))
  if (chosen.some(({ id }) => id === 'mutations')) steps.push(mutationStep(root, runtime))
  const reports = ['unit', 'e2e long'].map(name => join(root, '.cache', 'check', `${name}.json`))
  for (const report of reports) rmSync(report, { force: true })
  const total = await runSteps([steps], line => process.stdout.write(`${line}\n`))
  publish(root, results, reports, { isAdded })
  console.log(closingLine(total))
  return total.failed === 0 ? 0 : 1
}

/**
 * @param {string} root
 * @param {import('../set-up/electron-runtime.mjs').Runtime} runtime
 * @returns {import('../check/steps.mjs').CheckStep}
 */
function mutationStep(root, runtime) {
  return async () => {
    const start = performance.now()
    /** @type {string[]} */
    const lines = []
    const tally = await testMutations(root, electronEnv(runtime), line => lines.push(line))
    const ms = Math.round(performance.now() - start)
    return { name: 'mutations', tally, output: lines.join('\n'), ms }
  }
}
