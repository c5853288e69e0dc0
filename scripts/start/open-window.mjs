import { spawn } from 'node:child_process'
import { Failure } from '../run/failure.mjs'
import { hasDisplay, onDisplay } from '../run/display.mjs'
import { copyWithoutNoise } from './noise.mjs'

/**
 * Open the app's window and wait until it is closed. Ctrl-C and a stop reach Electron alone, which
 * then closes as if the window had been closed; the virtual display must outlive it.
 * @param {string} executable of Electron
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} Electron's exit code
 */
export function openWindow(executable, args, env) {
  const onVirtual = !hasDisplay()
  const [command, commandArgs] = onVirtual
    ? onDisplay('/bin/sh', ['-c', nameYourself, executable, ...args])
    : [executable, args]
  const child = spawn(command, commandArgs, {
    env,
    stdio: ['ignore', 'inherit', 'pipe', onVirtual ? 'pipe' : 'ignore'],
    // A group of its own: a terminal's Ctrl-C would otherwise end the virtual display first.
    detached: process.platform !== 'win32',
  })
  if (child.stderr !== null) copyWithoutNoise(child.stderr, process.stderr)
  const electron = onVirtual ? pidFrom(child.stdio[3]) : Promise.resolve(child.pid)
  passSignals(electron, child)
  return new Promise((resolve, reject) => {
    child.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      reject(error.code === 'ENOENT' ? cannotStart(command) : error)
    })
    child.on('close', (code, signal) => {
      if (code !== null) resolve(code)
      else
        reject(new Failure(`Electron was ended by ${signal}: nothing saved is lost; start again.`))
    })
  })
}

/** Run by sh: tells its process number on stream 3 and then becomes Electron, keeping that number. */
const nameYourself = 'echo $$ >&3; exec "$0" "$@" 3>&-'

/**
 * @param {unknown} stream
 * @returns {Promise<number | undefined>}
 */
function pidFrom(stream) {
  const pipe = /** @type {import('node:stream').Readable} */ (stream)
  return new Promise(resolve => {
    pipe.setEncoding('utf8').once('data', text => resolve(Number(text)))
    pipe.once('end', () => resolve(undefined))
  })
}

/**
 * @param {Promise<number | undefined>} electron
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignals(electron, child) {
  /** @type {number | undefined} */
  let askedAt
  const close = async () => {
    const isFirst = askedAt === undefined
    askedAt ??= performance.now()
    // One Ctrl-C can reach us in several ways at once, and Electron dies of a second SIGTERM. Asked
    // again after a while, the person means it.
    if (!isFirst && performance.now() - askedAt < PATIENCE_MS) return
    const pid = (await electron) ?? child.pid
    if (pid !== undefined) kill(pid, isFirst ? 'SIGTERM' : 'SIGKILL')
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => void close())
  }
  whenNpmIsGone(() => {
    if (askedAt === undefined) void close()
  })
}

const PATIENCE_MS = 1000

/**
 * npm runs us in a shell and, stopped itself, stops only that shell. So losing our parent then means
 * what a signal means.
 * @param {() => void} close
 */
function whenNpmIsGone(close) {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    close()
  }, 250)
  watch.unref()
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function kill(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}

/** @param {string} command */
function cannotStart(command) {
  return new Failure(
    command === 'xvfb-run'
      ? 'There is no display and no xvfb-run for a virtual one: install xvfb and xauth and run the command again.'
      : `${command} cannot be started: run npm run setup and try again.`,
  )
}
