import { Worker } from 'node:worker_threads'
import { fail } from '../../shared/outcome/result'
import type { UpkeepDone, UpkeepJob, UpkeepProgress } from './upkeep-job'
import { runUpkeepHere } from './upkeep-job'
import type { UpkeepMessage } from './upkeep-worker'

/** Work on whole projects, on a thread of its own, so that the window is never held up. */
export type Upkeep = {
  /** Do one job; looking at something ends the looking before it, whose answer is then `cancelled`. */
  readonly run: <Kind extends UpkeepJob['kind']>(
    job: Extract<UpkeepJob, { kind: Kind }>,
    onProgress: (progress: UpkeepProgress) => void,
  ) => Promise<UpkeepDone[Kind]>
  /** End what is only looked at; a repair goes on to its end. */
  readonly cancel: () => void
  /** The same, and wait for a repair: half of one would have to be done again. */
  readonly stop: () => Promise<void>
}

const cancelled = fail('cancelled', 'It was ended before everything was read. Nothing was changed.')
const brokenOff = fail(
  'refused',
  'This broke off because of a fault in Assay. What was saved is not touched; try again.',
)

export function upkeepIn(workerFile: URL): Upkeep {
  let looking: (() => void) | undefined
  let repairing: Promise<unknown> = Promise.resolve()
  const start = (
    job: UpkeepJob,
    onProgress: (progress: UpkeepProgress) => void,
  ): Promise<UpkeepDone[keyof UpkeepDone]> =>
    new Promise(resolve => {
      const worker = new Worker(workerFile, { workerData: job })
      const end = (done: UpkeepDone[keyof UpkeepDone]): void => {
        if (looking === stop) looking = undefined
        resolve(done)
      }
      const stop = (): void => {
        end(cancelled)
        void worker.terminate()
      }
      worker.on('message', (message: UpkeepMessage) => {
        if (message.kind === 'progress') onProgress(message.progress)
        else end(message.done)
      })
      worker.on('error', () => {
        end(brokenOff)
      })
      worker.on('exit', () => {
        end(brokenOff)
      })
      if (job.kind === 'repair') return
      looking?.()
      looking = stop
    })
  return {
    run: (job, onProgress) => {
      const done = start(job, onProgress)
      if (job.kind === 'repair') repairing = done
      // The answer to a job of one kind is what that kind gives.
      return done as never
    },
    cancel: () => looking?.(),
    stop: async () => {
      looking?.()
      await repairing
    },
  }
}

/** The same in this thread, for tests. */
export const upkeepHere: Upkeep = {
  run: (job, onProgress) => runUpkeepHere(job, onProgress) as never,
  cancel: () => undefined,
  stop: () => Promise.resolve(),
}
