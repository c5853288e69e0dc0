import type { ReaderRequest } from './messages'
import type { ReaderLimits } from './reader-limits'

/** A process that reads files, seen from outside. */
export type ReaderProcess = {
  readonly send: (request: ReaderRequest) => void
  readonly kill: () => void
}

/** How such a process is started: differently in the window's program and on the command line. */
export type StartReaderProcess = (
  limits: ReaderLimits,
  on: {
    readonly message: (message: unknown) => void
    /** It has ended, for whatever reason; `said` is the end of what it wrote on standard error. */
    readonly end: (said: string) => void
  },
) => ReaderProcess

/** Time for a process to start, in milliseconds: on a busy machine it may take seconds. */
export const startPatienceMs = 30_000
