import type { Result } from '../../../shared/outcome/result'
import type { HowToRead, ReadArticle } from '../read-article'
import { checkAnswer } from './messages'
import type { Fault } from './not-read'
import { deathOf, notRead } from './not-read'
import type { ReaderLimits } from './reader-limits'
import type { ReaderProcess, StartReaderProcess } from './reader-process'
import { startPatienceMs } from './reader-process'
import { streamFrom } from './stream-from'
import type { StreamEnd, StreamPart, StreamRequest } from './stream-request'

/** Reads articles out of files. */
export type ArticleReader = {
  /** The article in `bytes`, the content of the file `name`; whatever the bytes are, it answers. */
  readonly read: (bytes: Uint8Array, name: string, how?: HowToRead) => Promise<Result<ReadArticle>>
  /** Something that is read part by part, straight from the disk; what ended it before its end is returned. */
  readonly stream: (request: StreamRequest) => AsyncGenerator<StreamPart, StreamEnd | undefined>
  /** How many files may usefully be asked for at once. */
  readonly width: number
  /** End the processes; what is being read is not read. */
  readonly stop: () => void
}

/** Processes that read at once: one reads while the article before it is written. */
export const usualWidth = 2

/** A process without work is ended after this time, in milliseconds, and its memory is free. */
const idleMs = 20_000

type Job = {
  readonly bytes: Uint8Array
  readonly name: string
  readonly how: HowToRead
  readonly resolve: (result: Result<ReadArticle>) => void
}

/**
 * Reads files in processes of their own, at most `width` at once, used again from file to file. One that
 * takes too long, needs too much memory, crashes or answers nonsense is killed, and only the file it was
 * at is not read.
 */
export function articleReader(
  startProcess: StartReaderProcess,
  limits: ReaderLimits,
  width: number,
): ArticleReader {
  const waiting: Job[] = []
  const streams = new AbortController()
  const workers = Array.from({ length: width }, () => createWorker(startProcess, limits, next))

  function next(): void {
    for (const worker of workers) {
      if (worker.isBusy()) continue
      const job = waiting.shift()
      if (job === undefined) return
      worker.take(job)
    }
  }

  return {
    width,
    read: (bytes, name, how = {}) =>
      new Promise(resolve => {
        waiting.push({ bytes, name, how, resolve })
        next()
      }),
    // In a process beside those above: its parts may be files for them.
    stream: request => streamFrom(startProcess, limits, request, streams.signal),
    stop: () => {
      streams.abort()
      for (const job of waiting.splice(0)) job.resolve(notRead(job.name, 'stopped', limits))
      for (const worker of workers) worker.stop()
    },
  }
}

type ReaderWorker = {
  readonly isBusy: () => boolean
  readonly take: (job: Job) => void
  readonly stop: () => void
}

function createWorker(
  startProcess: StartReaderProcess,
  limits: ReaderLimits,
  whenFree: () => void,
): ReaderWorker {
  let current: { readonly process: ReaderProcess; isReady: boolean; filesRead: number } | undefined
  let job: Job | undefined
  let lastId = 0
  let fault: Fault | undefined
  let timer: NodeJS.Timeout | undefined

  const endWith = (why: Fault): void => {
    fault = why
    current?.process.kill()
  }
  const wait = (milliseconds: number, why: Fault): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      endWith(why)
    }, milliseconds)
    // An idle process does not keep the program alive.
    if (job === undefined) timer.unref()
  }
  const send = (): void => {
    if (job === undefined) return
    lastId += 1
    wait(limits.seconds * 1000, 'time')
    const { name, bytes, how } = job
    current?.process.send({ kind: 'read', id: lastId, name, bytes, how })
  }
  const finish = (result: Result<ReadArticle>): void => {
    const done = job
    job = undefined
    wait(idleMs, 'stopped')
    done?.resolve(result)
    whenFree()
  }
  const start = (): void => {
    fault = undefined
    const process = startProcess(limits, {
      message: message => {
        if (current?.process !== process) return
        const answer = checkAnswer(message)
        if (answer === 'ready' && !current.isReady) {
          current.isReady = true
          send()
        } else if (answer === undefined || answer === 'ready' || answer.id !== lastId)
          endWith('strange')
        else {
          current.filesRead += 1
          finish(answer.result)
        }
      },
      end: said => {
        if (current?.process !== process) return
        const { filesRead, isReady } = current
        current = undefined
        clearTimeout(timer)
        if (job === undefined) return
        const why = fault ?? (isReady ? undefined : 'start')
        // Files read before may have filled the memory: this one gets a process of its own.
        if (why === undefined && filesRead > 0) start()
        else finish(notRead(job.name, why ?? deathOf(said), limits))
      },
    })
    current = { process, isReady: false, filesRead: 0 }
    wait(startPatienceMs, 'start')
    process.send({ kind: 'begin', megabytes: limits.megabytes })
  }

  return {
    isBusy: () => job !== undefined,
    take: taken => {
      job = taken
      // One that is being killed is as good as gone.
      if (current !== undefined && fault === undefined) send()
      else start()
    },
    stop: () => {
      endWith('stopped')
    },
  }
}
