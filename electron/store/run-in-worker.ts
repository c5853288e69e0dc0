import { Worker } from 'node:worker_threads'
import type { RunCompaction } from './compaction'
import type { WrittenOver } from './file-lineages'
import type { CompactionAnswer } from './snapshot-worker'

type Waiting = {
  readonly resolve: (written: WrittenOver) => void
  readonly reject: (error: Error) => void
}

/**
 * Compaction on a thread of its own, started at the first job: serializing 50,000 annotations would
 * block the window's main process for 90 ms. A worker that dies fails its jobs and is started anew.
 */
export function runInWorker(workerFile: URL): {
  readonly run: RunCompaction
  readonly stop: () => Promise<void>
} {
  let worker: Worker | undefined
  let lastId = 0
  const waiting = new Map<number, Waiting>()

  const failAll = (error: Error): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  const start = (): Worker => {
    const started = new Worker(workerFile)
    started.on('message', (answer: CompactionAnswer) => {
      const job = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) started.unref()
      const { written, error } = answer
      if (written !== undefined) job?.resolve(written)
      else job?.reject(Object.assign(new Error(error?.message), { code: error?.code }))
    })
    started.on('error', error => {
      failAll(error instanceof Error ? error : new Error(String(error)))
    })
    started.on('exit', () => {
      failAll(new Error('The thread that writes snapshots has stopped'))
    })
    return started
  }

  return {
    run: job =>
      new Promise((resolve, reject) => {
        worker ??= start()
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        // Keeps the program alive only while there is work.
        worker.ref()
        worker.postMessage({ id: lastId, job })
      }),
    stop: async () => {
      await worker?.terminate()
      worker = undefined
    },
  }
}
