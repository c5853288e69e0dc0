import { join } from 'node:path'
import { root } from './root.mjs'
import { runCommand, stopCommandsWithUs } from './run/command.mjs'
import { onDisplay } from './run/display.mjs'
import { electronEnv } from './run/electron-env.mjs'
import { runAsProgram } from './run/failure.mjs'
import { reportToPerson } from './set-up/report.mjs'
import { setUp } from './set-up/set-up.mjs'

/**
 * `npm run screens [-- <words for Playwright>]`: draw every screen and state of the window anew into
 * docs/screens, with the page that shows them. `-g` and some words of a scene draw only that one.
 */
await runAsProgram(async args => {
  stopCommandsWithUs()
  const { runtime } = await setUp(root, { onStep: reportToPerson() })
  const tool = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const words = [tool, 'test', '--config=e2e/screens/playwright.config.ts', ...args]
  const [command, commandArgs] = onDisplay(process.execPath, words)
  const { code } = await runCommand(command, commandArgs, {
    cwd: root,
    env: electronEnv(runtime),
    onOutput: text => process.stdout.write(text),
  })
  return code ?? 1
})
