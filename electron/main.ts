import { app } from 'electron'
import { runCommand } from './cli/run-command'
import { startWindow } from './start-window'
import { readStartArguments } from './start-arguments'

/*
 * One program, two doors: a command runs and ends before Electron reaches for a display; everything
 * else opens the window.
 */
const request = readStartArguments(process.argv, app.isPackaged, process.cwd())
if (request.kind === 'command') {
  // Awaited at the top level: Electron waits for this module before it looks for a display.
  const code = await runCommand(request.args, {
    version: app.getVersion(),
    userData: app.getPath('userData'),
    workerFile: new URL('./snapshot-worker.js', import.meta.url),
  })
  app.exit(code)
} else
  startWindow(request, {
    snapshots: new URL('./snapshot-worker.js', import.meta.url),
    search: new URL('./search-worker.js', import.meta.url),
  })
