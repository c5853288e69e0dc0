import fs from 'node:fs'
import path from 'node:path'
import type { Fault } from '../../shared/outcome/fault'

/** What is known of the program when something in it fails: no project, no name, no text. */
export type FaultSetting = {
  readonly version: string
  readonly electron: string
  readonly platform: string
}

export type FaultLog = {
  /** Write a fault down. `where` is the process: `main`, `window`, or what of the system ended. */
  readonly write: (where: string, fault: Fault) => void
  /** All that is written down, oldest first, with a head that says what the program is. */
  readonly report: () => string
}

/** Past this size the log begins anew, and the one before is kept: bytes. */
const longestLog = 256 * 1024

/**
 * The log of bugs, in two files of the settings' folder at most. It stays on this computer: nobody is
 * told unless the user saves a report and sends it. A log that cannot be written is no second bug.
 */
export function openFaultLog(folder: string, setting: FaultSetting, now: () => string): FaultLog {
  const current = path.join(folder, 'faults.log')
  const earlier = path.join(folder, 'faults-before.log')
  return {
    write: (where, { kind, frames }) => {
      const lines = [`${now()} ${where}: ${kind}`, ...frames.map(frame => `    ${frame}`), '']
      try {
        if (sizeOf(current) > longestLog) fs.renameSync(current, earlier)
        // eslint-disable-next-line no-restricted-syntax -- no work of the user is in it, and a log may lose its end
        fs.appendFileSync(current, lines.join('\n'))
      } catch {
        process.stderr.write(lines.join('\n'))
      }
    },
    report: () =>
      [
        `Assay ${setting.version}, Electron ${setting.electron}, ${setting.platform}`,
        'What went wrong in the program and where in it. No text, name or path of your work is in here.',
        '',
        `${textOf(earlier)}${textOf(current)}`,
      ].join('\n'),
  }
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function textOf(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
}
