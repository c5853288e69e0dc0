import type { Failure, Result } from '../../shared/outcome/result'
import type { Edit } from '../../shared/project/change'

export type Sync = {
  /** Queue an edit; it leaves when all earlier ones were acknowledged. */
  readonly push: (edit: Edit) => void
  /** Try a failed edit again now instead of after the pause. */
  readonly retry: () => void
  /** Edits without an acknowledgement, in order. */
  readonly waiting: () => readonly Edit[]
  /** Resolves with true when nothing waits any more, with false when saving fails meanwhile. */
  readonly settled: () => Promise<boolean>
  /** Forget everything that waits: the project is closed. */
  readonly stop: () => void
}

/** First and longest pause after a failure, in milliseconds; each pause is twice the one before. */
export const shortestPauseMs = 500
export const longestPauseMs = 5000

/**
 * Edits out, one at a time and in order, until each is acknowledged. A failed edit stays at the head of
 * the queue and is sent again after a pause; main writes an edit that comes twice only once.
 */
export function createSync(given: {
  readonly send: (edit: Edit) => Promise<Result<unknown>>
  /** Told at every step: how many wait, and the failure while there is one. */
  readonly onState: (waiting: number, failure: Failure | undefined) => void
  /** Calls back after `delayMs`; returns its cancel. */
  readonly pause: (delayMs: number, then: () => void) => () => void
}): Sync {
  const queue: Edit[] = []
  let sending = false
  let state: 'running' | 'stopped' = 'running'
  const isStopped = (): boolean => state === 'stopped'
  let failure: Failure | undefined
  let pauseMs = shortestPauseMs
  let cancelPause: (() => void) | undefined
  let listeners: ((saved: boolean) => void)[] = []

  const tell = (): void => {
    given.onState(queue.length, failure)
    if (queue.length > 0 && failure === undefined) return
    const told = listeners
    listeners = []
    for (const listener of told) listener(queue.length === 0)
  }

  const sendNext = async (): Promise<void> => {
    const edit = queue[0]
    if (edit === undefined || sending || isStopped() || cancelPause !== undefined) return
    sending = true
    const answer = await answerTo(given.send, edit)
    sending = false
    if (isStopped()) return
    if (answer.ok) {
      queue.shift()
      failure = undefined
      pauseMs = shortestPauseMs
    } else {
      failure = answer.error
      cancelPause = given.pause(pauseMs, retry)
      pauseMs = Math.min(longestPauseMs, pauseMs * 2)
    }
    tell()
    await sendNext()
  }

  const retry = (): void => {
    cancelPause?.()
    cancelPause = undefined
    void sendNext()
  }

  return {
    push: edit => {
      queue.push(edit)
      tell()
      void sendNext()
    },
    retry,
    waiting: () => [...queue],
    settled: () => {
      if (queue.length === 0) return Promise.resolve(true)
      if (failure !== undefined) retry()
      return new Promise(resolve => listeners.push(resolve))
    },
    stop: () => {
      state = 'stopped'
      cancelPause?.()
      queue.length = 0
      for (const listener of listeners) listener(false)
      listeners = []
    },
  }
}

/** A rejected call means that main answered with a bug: for the edit it is a failure like any other. */
async function answerTo(
  send: (edit: Edit) => Promise<Result<unknown>>,
  edit: Edit,
): Promise<Result<unknown>> {
  try {
    return await send(edit)
  } catch {
    return {
      ok: false,
      error: {
        kind: 'not-saved',
        message:
          'The last edits could not be written. They are kept in this window and tried again; leave it open until it says Saved.',
      },
    }
  }
}
