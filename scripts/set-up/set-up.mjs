import { build } from './build.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { checkNodeVersion } from './node-version.mjs'
import { npmPackages } from './npm-packages.mjs'
import { systemPackages } from './system-packages.mjs'

/**
 * What one step of the set-up has done; `did` is false when there was nothing to do.
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} did
 * @property {string} detail
 * @property {number} ms
 */

/**
 * @typedef {object} SetUp
 * @property {Step[]} steps
 * @property {import('./electron-runtime.mjs').Runtime} runtime
 */

/**
 * Bring a checkout to where the app can run: npm packages, Electron, system packages, build. Each
 * step looks first and does only what is missing, so a second run does nothing.
 * @param {string} root
 * @param {{ refresh?: boolean, withBuild?: boolean, onStep?: Reporter }} [options]
 * @returns {Promise<SetUp>}
 */
export async function setUp(root, { refresh = false, withBuild = true, onStep = silent } = {}) {
  checkNodeVersion()
  const run = stepRunner(onStep)
  await run('npm packages', () => npmPackages(root))
  const { runtime } = await run('electron', async () => {
    const { runtime, did } = await electronRuntime(root, { refresh })
    return { runtime, did, detail: runtime.why }
  })
  await run('system packages', () => systemPackages(runtime.executable))
  if (withBuild) await run('build', () => build(root))
  return { steps: run.steps, runtime }
}

/** Told when a step begins (`step` is then null) and when it has ended. @typedef {(name: string, step: Step | null) => void} Reporter */

const silent = () => {}

/** @param {Reporter} onStep */
function stepRunner(onStep) {
  /** @type {Step[]} */
  const steps = []
  /**
   * @template {{ did: boolean, detail: string }} T
   * @param {string} name
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  const run = async (name, work) => {
    onStep(name, null)
    const start = performance.now()
    const done = await work()
    const ms = Math.round(performance.now() - start)
    const step = { name, did: done.did, detail: done.detail, ms }
    steps.push(step)
    onStep(name, step)
    return done
  }
  return Object.assign(run, { steps })
}
