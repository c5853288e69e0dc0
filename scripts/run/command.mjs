import { spawn } from 'node:child_process'

/**
 * How a command ended: `code` is null when a signal ended it, `missing` means it is not installed.
 * @typedef {object} Ended
 * @property {number | null} code
 * @property {boolean} timedOut
 * @property {boolean} missing
 * @property {string} output standard output and standard error, in the order they came
 */

/** Commands still running, so that stopping us stops them too. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Run a command to its end, without a terminal to ask questions on.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<Ended>}
 */
export function runCommand(command, args, { cwd, env, timeoutMs, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    running.add(child)
    let output = ''
    let timedOut = false
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            stop(child, 'SIGKILL')
          }, timeoutMs)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text
        onOutput?.(text)
      })
    }
    const ended = () => {
      clearTimeout(timer)
      running.delete(child)
    }
    child.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      ended()
      if (error.code === 'ENOENT') resolve({ code: null, timedOut, missing: true, output })
      else reject(error)
    })
    child.on('close', code => {
      ended()
      resolve({ code, timedOut, missing: false, output })
    })
  })
}

/**
 * From here on a Ctrl-C or a stop of this program also stops every command it is running, and
 * everything those have started.
 */
export function stopCommandsWithUs() {
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ])) {
    process.once(signal, () => {
      for (const child of running) stop(child, signal)
      process.exit(128 + number)
    })
  }
}

/**
 * Each command leads a process group of its own (on Windows there are none), so its children go too.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function stop(child, signal) {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}
