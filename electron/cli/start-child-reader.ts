import { spawn } from 'node:child_process'
import type { StartReaderProcess } from '../import/reader/reader-process'
import { lastWords } from '../import/reader/last-words'

/**
 * How the program that runs a command starts itself, or Node, as a reader, which has to answer through
 * Node's own channel.
 */
export type ReaderCommand = (megabytes: number) => readonly string[]

/**
 * Readers as children of a command, which runs before Electron is ready for utility processes. `words`
 * are what this very program is started with to become a reader: no other program is ever started.
 */
export function childReader(words: ReaderCommand): StartReaderProcess {
  return ({ megabytes }, on) => {
    const child = spawn(process.execPath, words(megabytes), {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: environment(),
      windowsHide: true,
    })
    const said = lastWords(child.stderr)
    let hasEnded = false
    const end = (): void => {
      if (hasEnded) return
      hasEnded = true
      void said().then(on.end)
    }
    child.on('message', on.message)
    child.once('exit', end)
    // It could not be started, or died before it heard everything: its end says so.
    child.on('error', end)
    return {
      send: request => {
        if (child.connected) child.send(request, () => undefined)
      },
      kill: () => {
        child.kill('SIGKILL')
      },
    }
  }
}

/** Windows starts nothing without its own folder; nothing else is needed, so nothing else is told. */
function environment(): NodeJS.ProcessEnv {
  const root = process.env['SystemRoot']
  return root === undefined ? {} : { SystemRoot: root }
}
