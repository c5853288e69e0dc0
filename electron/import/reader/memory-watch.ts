import fs from 'node:fs'
import { workerData } from 'node:worker_threads'
import { memoryMark } from './memory-mark'

/*
 * A thread beside the one that reads: it still runs when that one is lost in a loop, and sees all memory
 * of the process, also what is outside the heap of JavaScript and so outside its limit.
 */
const betweenLooksMs = 40
const standardError = 2

const { megabytes } = workerData as { readonly megabytes: number }

setInterval(() => {
  if (process.memoryUsage.rss() <= megabytes * 1024 * 1024) return
  // Straight to the file: a stream of this thread would go through the one that is lost.
  fs.writeSync(standardError, `${memoryMark}\n`)
  process.kill(process.pid, 'SIGKILL')
}, betweenLooksMs)
