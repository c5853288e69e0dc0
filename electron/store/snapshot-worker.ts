import { parentPort } from 'node:worker_threads'
import type { CompactionJob } from './compact'
import { compact } from './compact'
import { errorCode } from './explain-error'
import type { WrittenOver } from './file-lineages'

/** What the worker answers: `code` is the system's name for what went wrong, when it did. */
export type CompactionAnswer = {
  readonly id: number
  readonly written?: WrittenOver
  readonly error?: { readonly message: string; readonly code?: string | undefined }
}

parentPort?.on('message', ({ id, job }: { id: number; job: CompactionJob }) => {
  parentPort?.postMessage(answer(id, job))
})

function answer(id: number, job: CompactionJob): CompactionAnswer {
  try {
    return { id, written: compact(job) }
  } catch (error) {
    return { id, error: { message: String(error), code: errorCode(error) } }
  }
}
