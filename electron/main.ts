import { app } from 'electron'
import { runCommand } from './cli/run-command'
import { childReader } from './cli/start-child-reader'
import { startWindow } from './start-window'
import { readerWord, readStartArguments } from './start-arguments'

/*
 * One program, two doors: a command runs and ends before Electron reaches for a display; everything
 * else opens the window. A command starts this same program once more, to read files apart from itself.
 */
const request = readStartArguments(
  process.argv,
  app.isPackaged,
  process.cwd(),
  process.send !== undefined,
)
if (request.kind === 'command') {
  // Awaited at the top level: Electron waits for this module before it looks for a display.
  const code = await runCommand(request.args, {
    version: app.getVersion(),
    userData: app.getPath('userData'),
    workerFile: new URL('./snapshot-worker.js', import.meta.url),
    startReader: childReader(megabytes => [
      readerWord,
      `--js-flags=--max-old-space-size=${megabytes}`,
      ...process.argv.filter(word => word === '--no-sandbox'),
    ]),
  })
  app.exit(code)
} else if (request.kind === 'reader') {
  await import('./import/reader/reader')
  await new Promise(resolve => process.once('disconnect', resolve))
  app.exit(0)
} else
  startWindow(request, {
    snapshots: new URL('./snapshot-worker.js', import.meta.url),
    search: new URL('./search-worker.js', import.meta.url),
    reader: new URL('./reader.js', import.meta.url),
    backups: new URL('./backup-worker.js', import.meta.url),
    upkeep: new URL('./upkeep-worker.js', import.meta.url),
  })
