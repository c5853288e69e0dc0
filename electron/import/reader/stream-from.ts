import path from 'node:path'
import { nestsTooDeep } from '../../../shared/article/blocks'
import { checkStreamAnswer } from './messages'
import type { Death } from './not-read'
import { deathOf, notRead } from './not-read'
import type { ReaderLimits } from './reader-limits'
import type { StartReaderProcess } from './reader-process'
import { startPatienceMs } from './reader-process'
import type { StreamEnd, StreamPart, StreamRequest } from './stream-request'

/** Parts that are asked for before they are needed: the process reads while the one before is written. */
const partsAhead = 4
/** A part may be as long as its pieces come to, up to this many characters. */
const longestPart = 256 * 1024 * 1024

type Event = { readonly part: StreamPart } | { readonly end: StreamEnd | undefined }

/**
 * The parts of something that is read in a process of its own, one after the other, as fast as they are
 * taken and no faster. The time limit holds for each step: a line, an article, a file of many. Ends with
 * why, when it is not at its end; leaving early ends the process.
 */
export async function* streamFrom(
  startProcess: StartReaderProcess,
  limits: ReaderLimits,
  request: StreamRequest,
  stopped: AbortSignal,
): AsyncGenerator<StreamPart, StreamEnd | undefined, undefined> {
  const name = path.basename(request.kind === 'dataset' ? request.given : request.file)
  const events: Event[] = []
  let wake = (): void => undefined
  let fault: Death | undefined
  let place: string | undefined
  let isReady = false
  let asked = 1
  let pieces: string[] = []
  let length = 0
  let timer: NodeJS.Timeout | undefined

  const tell = (event: Event): void => {
    events.push(event)
    wake()
  }
  const endWith = (why: Death): void => {
    fault ??= why
    process.kill()
  }
  const wait = (milliseconds: number, why: Death): void => {
    clearTimeout(timer)
    if (asked > 0) timer = setTimeout(endWith, milliseconds, why)
  }
  const takePart = (json: string, bytes: Uint8Array | undefined): void => {
    const value = parsed(json)
    if (value === undefined) {
      endWith('strange')
      return
    }
    asked -= 1
    tell({ part: bytes === undefined ? { value: value.parsed } : { value: value.parsed, bytes } })
  }
  if (stopped.aborted) return notRead(name, 'stopped', limits).error
  const process = startProcess(limits, {
    message: message => {
      const answer = checkStreamAnswer(message)
      if (answer === undefined || (answer === 'ready') === isReady) {
        endWith('strange')
        return
      }
      if (answer === 'ready') {
        isReady = true
        process.send({ kind: 'stream', request })
        for (; asked < partsAhead; asked += 1) process.send({ kind: 'next' })
      } else if (answer.kind === 'at') ({ place } = answer)
      else if (answer.kind === 'piece') {
        pieces.push(answer.json)
        length += answer.json.length
        if (length > longestPart) endWith('strange')
        if (answer.isLast) {
          takePart(pieces.join(''), answer.bytes)
          pieces = []
          length = 0
        }
      } else {
        asked = 0
        tell({ end: answer.failure })
      }
      wait(limits.seconds * 1000, 'time')
    },
    end: said => {
      clearTimeout(timer)
      const why = fault ?? (isReady ? deathOf(said) : 'start')
      const { error } = notRead(name, why, limits, { place, advice: adviceFor(request) })
      const isDeath = why !== 'start' && why !== 'stopped'
      tell({ end: isDeath ? { ...error, diedAt: place ?? '' } : error })
    },
  })
  const stop = (): void => {
    endWith('stopped')
  }
  stopped.addEventListener('abort', stop)
  wait(startPatienceMs, 'start')
  process.send({ kind: 'begin', megabytes: limits.megabytes })

  try {
    for (;;) {
      const event = events.shift()
      if (event === undefined) {
        await new Promise<void>(resolve => {
          wake = resolve
        })
        continue
      }
      if ('end' in event) return event.end
      yield event.part
      asked += 1
      process.send({ kind: 'next' })
      if (asked === 1) wait(limits.seconds * 1000, 'time')
    }
  } finally {
    stopped.removeEventListener('abort', stop)
    clearTimeout(timer)
    process.kill()
  }
}

function parsed(json: string): { readonly parsed: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return nestsTooDeep(value) ? undefined : { parsed: value }
  } catch {
    return undefined
  }
}

function adviceFor({ kind }: StreamRequest): string {
  return kind === 'dataset'
    ? 'What else came in stays. Take it out of the dataset or split the dataset into parts, and import again: what is there already is passed over.'
    : 'What came in before it stays. Split the table into smaller ones, or save it as .csv, and import that.'
}
