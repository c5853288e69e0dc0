import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { build } from 'vite'

/** Bundle `saver.ts` into `folder`; gives the program's path. It runs in plain Node, under any user. */
export async function buildSaver(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, 'saver.ts'),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'saver.mjs' } },
    },
  })
  return path.join(folder, 'saver.mjs')
}

export type SaverOptions = {
  readonly project: string
  readonly first?: number
  readonly last: number
  readonly noteLength: number
  readonly settleEvery: number
  /** It stops itself after this state, until it gets SIGCONT. */
  readonly stopAfter?: number
  /** Words before `node`: a shell that limits it, a tracer. */
  readonly under?: readonly string[]
  /** Run as this user and group. */
  readonly user?: number
}

/** A running saver, and what it has said so far. */
export type Saver = {
  readonly process: ChildProcess
  /** Highest number said with this word; `before` when it was not said. */
  readonly latest: (word: 'sent' | 'saved' | 'settled' | 'closed', before?: number) => number
  /** What the user was told when something failed. */
  readonly failures: readonly string[]
  /** What went to standard error. */
  readonly errors: () => string
  /** Resolves at the first line that starts so; rejects when the program ends without it. */
  readonly says: (start: string) => Promise<void>
  /** Resolves when it has stopped itself after this state: continued any sooner, it would stop for good. */
  readonly stopsItself: (state: number) => Promise<void>
  readonly ended: Promise<unknown>
}

export function startSaver(program: string, options: SaverOptions): Saver {
  const { first = 1 } = options
  const words = [
    ...(options.under ?? []),
    process.execPath,
    program,
    options.project,
    ...[first, options.last, options.noteLength, options.settleEvery, options.stopAfter ?? 0].map(
      String,
    ),
  ]
  const [command = '', ...args] = words
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
  })
  const latest = new Map<string, number>()
  const failures: string[] = []
  const waiting = new Set<(line: string) => void>()
  let errors = ''
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString()
  })
  createInterface(child.stdout).on('line', line => {
    const [, word = '', number = '', told = ''] = /^(\w+) (\d+) ?(.*)$/.exec(line) ?? []
    latest.set(word, Number(number))
    if (word === 'failed') failures.push(told)
    for (const hear of waiting) hear(line)
  })
  const ended = once(child, 'close')
  const says = (start: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const hear = (line: string): void => {
        if (!line.startsWith(start)) return
        waiting.delete(hear)
        resolve()
      }
      waiting.add(hear)
      void ended.then(() => {
        reject(new Error(`The saver ended before it said “${start}”: ${errors}`))
      })
    })
  return {
    process: child,
    latest: (word, before = 0) => latest.get(word) ?? before,
    failures,
    errors: () => errors,
    ended,
    says,
    stopsItself: async state => {
      await says(`stopped ${state}`)
      while (!isStopped(child.pid)) await setTimeout(5)
    },
  }
}

/** Whether a process is stopped, as Linux tells it; elsewhere a process that said so is taken at its word. */
function isStopped(pid = 0): boolean {
  if (process.platform !== 'linux') return true
  // The name in parentheses may hold anything; the state follows it.
  return /\) [TZX]/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
}
