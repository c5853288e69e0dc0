import { fail } from '../../../shared/outcome/result'
import type { StreamAnswer } from './messages'
import { pieceLength } from './messages'
import type { StreamRequest } from './stream-request'
import { readStream } from './streams'

/** A new place is told at once; one after the other within a file at most this often, in milliseconds. */
const tellEveryMs = 100

/** Answers for something that is read part by part, in the process that reads it. */
export function streamAnswers(say: (answer: StreamAnswer) => void): {
  readonly begin: (request: StreamRequest) => void
  readonly next: () => void
} {
  let parts: ReturnType<typeof readStream> | undefined
  let told = 0
  const at = (place: string, isLarge = false): void => {
    const now = performance.now()
    if (!isLarge && now - told < tellEveryMs) return
    told = now
    say({ kind: 'at', place: place.slice(0, 200) })
  }
  return {
    begin: request => {
      parts = readStream(request, at)
    },
    next: () => {
      if (parts === undefined) return
      try {
        const next = parts.next()
        if (next.done === true) {
          say(next.value === undefined ? { kind: 'end' } : { kind: 'end', failure: next.value })
          parts = undefined
          return
        }
        const { value, bytes } = next.value
        const json = JSON.stringify(value)
        let from = 0
        for (; json.length - from > pieceLength; from += pieceLength)
          say({ kind: 'piece', json: json.slice(from, from + pieceLength), isLast: false })
        const rest = { kind: 'piece', json: json.slice(from), isLast: true } as const
        // A copy: what lies beside it in memory is not sent along.
        say(bytes === undefined ? rest : { ...rest, bytes: new Uint8Array(bytes) })
      } catch {
        parts = undefined
        const message =
          'It was not read to its end: it is damaged, or nested deeper than anything that is read. What came in before stays.'
        say({ kind: 'end', failure: fail('unreadable', message).error })
      }
    },
  }
}
