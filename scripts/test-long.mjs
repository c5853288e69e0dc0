import { runSteps } from './check/run-steps.mjs'
import { hasFiles, playwrightStep, unitStep } from './check/steps.mjs'
import { closingLine } from './check/tally.mjs'
import { root } from './root.mjs'
import { stopCommandsWithUs } from './run/command.mjs'
import { electronEnv } from './run/electron-env.mjs'
import { runAsProgram } from './run/failure.mjs'
import { reportToPerson } from './set-up/report.mjs'
import { setUp } from './set-up/set-up.mjs'

/**
 * `npm run test:long`: the tests in their long form. `ASSAY_LONG=1` tells a test to run more often,
 * and brings in e2e/long/, which is crash loops and fuzzing only; e2e/reliability/ has a short form, too.
 */
await runAsProgram(async () => {
  stopCommandsWithUs()
  const { runtime } = await setUp(root, { onStep: reportToPerson() })
  const env = { ...electronEnv(runtime), FORCE_COLOR: '0', ASSAY_LONG: '1' }
  const steps = [unitStep(root, env)]
  const folders = ['e2e/long', 'e2e/reliability'].filter(folder =>
    hasFiles(root, folder, '.spec.ts'),
  )
  steps.push(playwrightStep(root, 'e2e long', folders, env))
  const total = await runSteps([steps], line => process.stdout.write(`${line}\n`))
  console.log(closingLine(total))
  return total.failed === 0 ? 0 : 1
})
