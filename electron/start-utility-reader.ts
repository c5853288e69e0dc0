import { fileURLToPath } from 'node:url'
import { utilityProcess } from 'electron'
import type { StartReaderProcess } from './import/reader/reader-process'
import { lastWords } from './import/reader/last-words'

/** Readers as processes of Electron, beside the window. `program` is the bundled reader. */
export function utilityReader(program: URL): StartReaderProcess {
  return ({ megabytes }, on) => {
    const child = utilityProcess.fork(fileURLToPath(program), [], {
      serviceName: 'Assay reader',
      execArgv: [`--max-old-space-size=${megabytes}`],
      env: {},
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const said = lastWords(child.stderr)
    child.on('message', on.message)
    child.once('exit', () => {
      void said().then(on.end)
    })
    return {
      send: request => {
        child.postMessage(request)
      },
      kill: () => {
        child.kill()
      },
    }
  }
}
