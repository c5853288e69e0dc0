import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runSteps } from './check/run-steps.mjs'
import { hasFiles, playwrightStep, unitStep } from './check/steps.mjs'
import { closingLine } from './check/tally.mjs'
import { testMutations } from './mutations/test-mutations.mjs'
import { publish } from './results/results.mjs'
import { root } from './root.mjs'
import { stopCommandsWithUs } from './run/command.mjs'
import { electronEnv } from './run/electron-env.mjs'
import { runAsProgram } from './run/failure.mjs'
import { reportToPerson } from './set-up/report.mjs'
import { setUp } from './set-up/set-up.mjs'

/**
 * `npm run test:long`: the tests in their long form. `ASSAY_LONG=1` tells a test to run more often,
 * and brings in e2e/long/, which is crash loops and fuzzing only; e2e/reliability/ has a short form, too.
 * What came of it goes into the table of docs/reliability.md.
 */
await runAsProgram(async () => {
  stopCommandsWithUs()
  const { runtime } = await setUp(root, { onStep: reportToPerson() })
  const results = join(root, '.cache', 'results')
  rmSync(results, { recursive: true, force: true })
  process.env['ASSAY_RESULTS'] = results
  const env = { ...electronEnv(runtime), FORCE_COLOR: '0', ASSAY_LONG: '1', ASSAY_RESULTS: results }
  const steps = [unitStep(root, env)]
  const folders = ['e2e/long', 'e2e/reliability'].filter(folder =>
    hasFiles(root, folder, '.spec.ts'),
  )
  steps.push(playwrightStep(root, 'e2e long', folders, env))
  steps.push(mutationStep(electronEnv(runtime)))
  const total = await runSteps([steps], line => process.stdout.write(`${line}\n`))
  const reports = ['unit', 'e2e long'].map(name => join(root, '.cache', 'check', `${name}.json`))
  publish(root, results, reports)
  console.log(closingLine(total))
  return total.failed === 0 ? 0 : 1
})

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./check/steps.mjs').CheckStep}
 */
function mutationStep(env) {
  return async () => {
    const start = performance.now()
    /** @type {string[]} */
    const lines = []
    const tally = await testMutations(root, env, line => lines.push(line))
    const ms = Math.round(performance.now() - start)
    return { name: 'mutations', tally, output: lines.join('\n'), ms }
  }
}
