import type { Failure } from '../../shared/outcome/result'

/** Exit codes of the command line. */
export const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const

/** Where a command's words go: with `--json` one document on standard output and nothing else there. */
export type Output = {
  readonly isJson: boolean
  /** The result: `document` with `--json`, else the lines. */
  readonly result: (document: unknown, lines: readonly string[]) => void
  /** Progress and warnings, always on standard error. */
  readonly say: (line: string) => void
  /** A failure, in both forms; gives the exit code. */
  readonly failure: (error: Failure) => number
  readonly usage: (message: string) => number
}

export function createOutput(
  isJson: boolean,
  streams: { readonly out: (text: string) => void; readonly error: (text: string) => void },
): Output {
  const print = (document: unknown): void => {
    streams.out(`${JSON.stringify(document, undefined, 2)}\n`)
  }
  return {
    isJson,
    result: (document, lines) => {
      if (isJson) print(document)
      else streams.out(lines.map(line => `${line}\n`).join(''))
    },
    say: line => {
      streams.error(`${line}\n`)
    },
    failure: error => {
      if (isJson) print({ error })
      streams.error(`${error.message}\n`)
      return exitCodes.failed
    },
    usage: message => {
      if (isJson) print({ error: { kind: 'usage', message } })
      streams.error(`${message}\nassay help lists the commands.\n`)
      return exitCodes.wrongUsage
    },
  }
}
