import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { root } from './root.mjs'
import { hasDisplay } from './run/display.mjs'
import { electronEnv, isRoot } from './run/electron-env.mjs'
import { Failure, runAsProgram } from './run/failure.mjs'
import { reportToPerson } from './set-up/report.mjs'
import { setUp } from './set-up/set-up.mjs'
import { openWindow } from './start/open-window.mjs'

/**
 * `npm start [-- <project-folder>]`: set-up, then the window on that project or on the bundled
 * sample, until it is closed. Words that begin with a dash go to the app as they are.
 */
await runAsProgram(async args => {
  const appArgs = args.map(arg => (arg.startsWith('-') ? arg : projectFolder(arg)))
  if (args.every(arg => arg.startsWith('-'))) appArgs.push('--sample')
  const { runtime } = await setUp(root, { onStep: reportToPerson() })
  if (!hasDisplay()) console.error('No display here: the window opens on a virtual one (xvfb-run).')
  if (isRoot) console.error("Running as root: Chromium's sandbox is off for this run only.")
  const switches = isRoot ? ['--no-sandbox'] : []
  return openWindow(runtime.executable, [...switches, root, ...appArgs], electronEnv(runtime))
})

/**
 * npm runs scripts in the checkout; a relative path means the folder the person is in.
 * @param {string} arg
 */
function projectFolder(arg) {
  const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), arg)
  if (!existsSync(folder)) {
    throw new Failure(
      `There is no ${folder}: give the folder of a project, or none for the sample.`,
    )
  }
  return folder
}
