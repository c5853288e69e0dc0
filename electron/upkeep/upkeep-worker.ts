import { parentPort, workerData } from 'node:worker_threads'
import type { UpkeepDone, UpkeepJob, UpkeepProgress } from './upkeep-job'
import { runUpkeepHere } from './upkeep-job'

/** What the thread says: how far it is, then what came of it. */
export type UpkeepMessage =
  | { readonly kind: 'progress'; readonly progress: UpkeepProgress }
  | { readonly kind: 'done'; readonly done: UpkeepDone[keyof UpkeepDone] }

/** Progress is told so often at most, in milliseconds. */
const tellEveryMs = 100

let told = 0
const say = (message: UpkeepMessage): void => parentPort?.postMessage(message)

// A thread for one job: it is given at the start, and the thread ends with it.
void runUpkeepHere(workerData as UpkeepJob, progress => {
  const now = performance.now()
  if (!('step' in progress) && now - told < tellEveryMs) return
  told = now
  say({ kind: 'progress', progress })
}).then(done => {
  say({ kind: 'done', done })
})
