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

type Done = UpkeepDone[keyof UpkeepDone]

export function upkeepIn(workerFile: URL): Upkeep {
  let looking: (() => void) | undefined
  let looked: Promise<unknown> = Promise.resolve()
  let repairing: Promise<unknown> = Promise.resolve()
  const repairs = new Map<string, Promise<Done>>()

  /** The next one looks only once the thread before has ended: hundreds of threads would end the program. */
  const look = (job: UpkeepJob, onProgress: (progress: UpkeepProgress) => void): Promise<Done> => {
    looking?.()
    let isWanted = true
    let thread: Thread | undefined
    const stop = (): void => {
      isWanted = false
      thread?.stop()
    }
    looking = stop
    const done = looked.then(() => {
      if (!isWanted) return cancelled
      thread = startThread(workerFile, job, onProgress)
      return thread.done
    })
    looked = done.then(() => thread?.ended)
    return done.finally(() => {
      if (looking === stop) looking = undefined
    })
  }

  /** One after the other; one that is asked for again before its end is the same one. */
  const repair = (
    job: UpkeepJob,
    onProgress: (progress: UpkeepProgress) => void,
  ): Promise<Done> => {
    const key = JSON.stringify(job)
    const asked = repairs.get(key)
    if (asked !== undefined) return asked
    const done = repairing.then(() => startThread(workerFile, job, onProgress).done)
    repairing = done
    repairs.set(key, done)
    void done.finally(() => repairs.delete(key))
    return done
  }

  return {
    // The answer to a job of one kind is what that kind gives.
    run: (job, onProgress) =>
      (job.kind === 'repair' ? repair(job, onProgress) : look(job, onProgress)) as never,
    cancel: () => looking?.(),
    stop: async () => {
      looking?.()
      await repairing
    },
  }
}

type Thread = {
  readonly done: Promise<Done>
  /** End it; `done` is then `cancelled`. */
  readonly stop: () => void
  readonly ended: Promise<unknown>
}

function startThread(
  workerFile: URL,
  job: UpkeepJob,
  onProgress: (progress: UpkeepProgress) => void,
): Thread {
  const worker = new Worker(workerFile, { workerData: job })
  const ended = new Promise(resolve => worker.once('exit', resolve))
  let end: (done: Done) => void = () => undefined
  const done = new Promise<Done>(resolve => {
    end = resolve
  })
  worker.on('message', (message: UpkeepMessage) => {
    if (message.kind === 'progress') onProgress(message.progress)
    else end(message.done)
  })
  for (const event of ['error', 'exit'])
    worker.on(event, () => {
      end(brokenOff)
    })
  return {
    done,
    ended,
    stop: () => {
      end(cancelled)
      void worker.terminate()
    },
  }
}

/** The same in this thread, for tests. */
export const upkeepHere: Upkeep = {
  run: (job, onProgress) => runUpkeepHere(job, onProgress) as never,
  cancel: () => undefined,
  stop: () => Promise.resolve(),
}
