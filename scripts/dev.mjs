import { join } from 'node:path'
import { root } from './root.mjs'
import { hasDisplay, onDisplay } from './run/display.mjs'
import { electronEnv, isRoot } from './run/electron-env.mjs'
import { runCommand, stopCommandsWithUs } from './run/command.mjs'
import { runAsProgram } from './run/failure.mjs'
import { reportToPerson } from './set-up/report.mjs'
import { setUp } from './set-up/set-up.mjs'

/** `npm run dev`: set-up without the build, then electron-vite with hot reload. */
await runAsProgram(async args => {
  const { runtime } = await setUp(root, { withBuild: false, onStep: reportToPerson() })
  if (!hasDisplay()) console.error('No display here: the window opens on a virtual one (xvfb-run).')
  stopCommandsWithUs()
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const sandbox = isRoot ? ['--noSandbox'] : []
  const words = [tool, 'dev', '--watch', ...sandbox, ...args]
  const [command, commandArgs] = onDisplay(process.execPath, words)
  const { code } = await runCommand(command, commandArgs, {
    cwd: root,
    env: electronEnv(runtime),
    onOutput: text => process.stdout.write(text),
  })
  return code ?? 1
})
