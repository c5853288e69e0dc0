import type { WindowImportReport } from '../../shared/ipc/import-calls'
import type { ImportReport } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { ImportSetting } from '../import/import-items'
import type { ImportProgress } from '../import/progress-teller'
import { reportText } from '../import/report-text'
import type { ProjectStore } from '../store/project-store'

/** Entries of each list that the window shows; the copied report has them all. */
const shownEntries = 500

/** The imports of the window: one at a time, told how far it is, and stopped when asked. */
export type Imports = {
  readonly run: (
    store: ProjectStore,
    importThem: (setting: ImportSetting) => Promise<ImportReport>,
  ) => Promise<Result<WindowImportReport>>
  /** The same for what makes a report of its own. */
  readonly alone: <Value>(
    store: ProjectStore,
    importIt: (setting: ImportSetting) => Promise<Result<Value>>,
  ) => Promise<Result<Value>>
  readonly cancel: () => void
  /** The whole report of the last import as text; empty before the first. */
  readonly reportText: () => string
}

export function imports(
  setting: Pick<ImportSetting, 'surroundings' | 'reader'> & {
    readonly onImportProgress: (progress: ImportProgress) => void
  },
): Imports {
  let running: AbortController | undefined
  let last: ImportReport | undefined
  const alone: Imports['alone'] = async (store, importIt) => {
    if (store.readOnly !== undefined) return fail('read-only', store.readOnly)
    if (running !== undefined)
      return fail('refused', 'Another import is still running. Wait for it or cancel it.')
    const control = new AbortController()
    running = control
    try {
      return await importIt({
        surroundings: setting.surroundings,
        reader: setting.reader,
        signal: control.signal,
        onProgress: setting.onImportProgress,
      })
    } finally {
      running = undefined
    }
  }
  return {
    run: (store, importThem) =>
      alone(store, async how => {
        last = await importThem(how)
        return succeed(shown(last))
      }),
    alone,
    cancel: () => {
      running?.abort()
    },
    reportText: () => (last === undefined ? '' : reportText(last)),
  }
}

/** The first of each list, copies, corrected versions and remarks before what needs no word. */
function shown({ imported, present, failed, ...rest }: ImportReport): WindowImportReport {
  const telling = imported.filter(
    ({ copyOf, earlier, remarks }) =>
      copyOf !== undefined || earlier !== undefined || remarks.length > 0,
  )
  const kept = new Set(
    [...imported.slice(0, 1), ...telling, ...imported].slice(0, shownEntries + 1),
  )
  return {
    ...rest,
    imported: imported.filter(entry => kept.has(entry)),
    present: present.slice(0, shownEntries),
    failed: failed.slice(0, shownEntries),
    counts: { imported: imported.length, present: present.length, failed: failed.length },
  }
}
