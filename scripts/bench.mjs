import { join } from 'node:path'
import { hasFiles } from './check/steps.mjs'
import { root } from './root.mjs'
import { runCommand, stopCommandsWithUs } from './run/command.mjs'
import { onDisplay } from './run/display.mjs'
import { electronEnv } from './run/electron-env.mjs'
import { Failure, runAsProgram } from './run/failure.mjs'
import { reportToPerson } from './set-up/report.mjs'
import { setUp } from './set-up/set-up.mjs'

/**
 * `npm run bench [-- <file or other words for Playwright>]`: every bench/*.bench.ts in full, one at a
 * time. Playwright runs them, because it reads TypeScript and drives Electron.
 */
await runAsProgram(async args => {
  stopCommandsWithUs()
  if (!hasFiles(root, 'bench', '.bench.ts')) {
    throw new Failure('There are no benchmarks in bench/: add one that ends in .bench.ts.')
  }
  const { runtime } = await setUp(root, { onStep: reportToPerson() })
  const tool = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const words = [tool, 'test', '--config=bench/playwright.config.ts', ...args]
  const [command, commandArgs] = onDisplay(process.execPath, words)
  const { code } = await runCommand(command, commandArgs, {
    cwd: root,
    env: electronEnv(runtime),
    onOutput: text => process.stdout.write(text),
  })
  return code ?? 1
})
