import { parentPort } from 'node:worker_threads'
import type { BackupDone, BackupJob } from './backup-job'
import { runBackupHere } from './backup-job'

export type BackupAnswer = { readonly id: number; readonly done: BackupDone }

/** One job at a time: a backup must not take the disk away from the edits. */
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', ({ id, job }: { id: number; job: BackupJob }) => {
  last = last.then(async () => {
    const done = await runBackupHere(job).catch((error: unknown): BackupDone => ({
      ok: false,
      bad: String(error),
    }))
    parentPort?.postMessage({ id, done } satisfies BackupAnswer)
  })
})
