import { electronEnv } from '../run/electron-env.mjs'
import { Failure } from '../run/failure.mjs'
import { build } from '../set-up/build.mjs'
import { rememberedRuntime } from '../set-up/electron-runtime.mjs'
import { runSteps } from './run-steps.mjs'
import { hasFiles, playwrightStep, staticSteps, unitStep } from './steps.mjs'
import { add, closingLine } from './tally.mjs'

/**
 * Every promise of the project, checked: types, lint, format, layers, dead code, unit tests, tests in
 * the real app, and that the benchmarks still run. Two lanes while only the source is read, for two
 * processor cores; then one runner at a time, which uses both itself.
 * @param {string} root
 * @returns {Promise<number>} exit code
 */
export async function check(root) {
  const start = performance.now()
  await build(root)
  const env = { ...electronEnv(runtimeOf(root)), FORCE_COLOR: '0' }
  const { types, lint, format, layers, unused } = staticSteps(root)
  const read = await runSteps(
    [
      [types, layers, unused],
      [lint, format],
    ],
    print,
  )
  const runners = [unitStep(root, env), playwrightStep(root, 'e2e', [], env)]
  if (hasFiles(root, 'bench', '.bench.ts')) runners.push(benchSmoke(root, env))
  const total = add(read, await runSteps([runners], print))
  print(`took ${((performance.now() - start) / 1000).toFixed(0)} s`)
  print(closingLine(total))
  return total.failed === 0 ? 0 : 1
}

/**
 * Each benchmark in its short form: does it run, not how fast is it.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
const benchSmoke = (root, env) =>
  playwrightStep(root, 'bench', ['--config=bench/playwright.config.ts'], {
    ...env,
    ASSAY_BENCH: 'smoke',
  })

/** @param {string} root */
function runtimeOf(root) {
  const runtime = rememberedRuntime(root)
  if (runtime === null) throw new Failure('There is no Electron here yet: run npm run setup first.')
  return runtime
}

/** @param {string} line */
const print = line => process.stdout.write(`${line}\n`)
