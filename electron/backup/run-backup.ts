import { Worker } from 'node:worker_threads'
import type { BackupDone, RunBackup } from './backup-job'
import type { BackupAnswer } from './backup-worker'

/** Longest that quitting waits for backups that are being made, in milliseconds; what is unfinished is made next time. */
const patienceMs = 2_000

/** Backups on a thread of their own, started at the first job, so that packing never holds the window up. */
export function runBackupsIn(workerFile: URL): {
  readonly run: RunBackup
  readonly stop: () => Promise<void>
} {
  let worker: Worker | undefined
  let lastId = 0
  const waiting = new Map<number, (done: BackupDone) => void>()
  let whenIdle: (() => void) | undefined

  const settle = (id: number, done: BackupDone): void => {
    waiting.get(id)?.(done)
    waiting.delete(id)
    if (waiting.size > 0) return
    worker?.unref()
    whenIdle?.()
  }
  const failAll = (): void => {
    worker = undefined
    for (const id of [...waiting.keys()])
      settle(id, { ok: false, bad: 'the thread that makes backups has stopped' })
  }
  const start = (): Worker => {
    const started = new Worker(workerFile)
    started.on('message', ({ id, done }: BackupAnswer) => {
      settle(id, done)
    })
    started.on('error', failAll)
    started.on('exit', failAll)
    return started
  }

  return {
    run: job =>
      new Promise(resolve => {
        worker ??= start()
        lastId += 1
        waiting.set(lastId, resolve)
        worker.ref()
        worker.postMessage({ id: lastId, job })
      }),
    stop: async () => {
      if (waiting.size > 0)
        await new Promise<void>(resolve => {
          whenIdle = resolve
          setTimeout(resolve, patienceMs).unref()
        })
      await worker?.terminate()
    },
  }
}
