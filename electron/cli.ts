import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from './cli/run-command'
import { childReader } from './cli/start-child-reader'

/*
 * The command line in plain Node, as `npx assay` runs it in a checkout: the same commands as the packaged
 * app, on the same code and the same settings.
 */
process.exitCode = await runCommand(process.argv.slice(2), {
  version: readVersion(),
  userData: userDataFolder(),
  workerFile: new URL('./snapshot-worker.js', import.meta.url),
  startReader: childReader(megabytes => [
    `--max-old-space-size=${megabytes}`,
    fileURLToPath(new URL('./reader.js', import.meta.url)),
  ]),
})

function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url)
  return String((JSON.parse(fs.readFileSync(file, 'utf8')) as { version?: unknown }).version)
}

/** Where Electron keeps the settings of an app of this name. */
function userDataFolder(): string {
  const home = os.homedir()
  switch (process.platform) {
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Assay')
    case 'win32':
      return path.join(process.env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Assay')
    default:
      return path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'), 'Assay')
  }
}
