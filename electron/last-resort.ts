import type { BrowserWindow } from 'electron'
import { app, dialog } from 'electron'
import { faultOf } from '../shared/outcome/fault'
import type { FaultLog } from './store/fault-log'
import { writeDurably } from './store/durable-write'

/** A window that dies again this soon is not drawn anew: whatever kills it would do so for ever. */
const soonMs = 10_000

/**
 * For bugs: nothing of ours may end the program or show a stack trace. Edits are in the journal before
 * they are called saved, so going on is safe. What happened goes to the log, without any text of an
 * article; the user is told once, and may save a report.
 */
export function catchTheRest(log: FaultLog): void {
  let isTold = false
  const tell = (error: unknown): void => {
    log.write('main', faultOf(error))
    if (isTold) return
    isTold = true
    void tellOfFault(log, {
      message: 'Something in Assay did not work',
      detail:
        'What the window calls saved is on the disk. Go on, and if Assay behaves oddly, close it and open your project again. A report says where in the program it happened, holds nothing of your work, and stays on this computer unless you send it.',
    })
  }
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log.write('system', { kind: `${type} ${reason}`, frames: [] })
  })
}

/** A page whose process died is drawn anew; every acknowledged edit is read back from the disk. */
export function reviveWindow(window: BrowserWindow, log: FaultLog): void {
  let revivedAt = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.write('system', { kind: `window ${reason}`, frames: [] })
    const now = performance.now()
    if (now - revivedAt < soonMs) {
      void tellOfFault(log, {
        message: 'The window stopped again',
        detail: 'What it called saved is on the disk. Close Assay and open your project again.',
      })
      return
    }
    revivedAt = now
    window.webContents.reload()
  })
}

async function tellOfFault(
  log: FaultLog,
  words: { readonly message: string; readonly detail: string },
): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    ...words,
    buttons: ['Go on', 'Save a report…'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) await saveFaultReport(log)
}

/** Ask where the report goes and write it there; a refusal of the disk is said in the same plain way. */
export async function saveFaultReport(log: FaultLog): Promise<void> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: 'Save a report',
    defaultPath: 'Assay report.txt',
    filters: [{ name: 'Text', extensions: ['txt'] }],
  })
  if (canceled || filePath === '') return
  try {
    writeDurably(filePath, log.report())
  } catch {
    dialog.showErrorBox(
      'The report was not saved',
      'The disk did not take it there. Your work is not touched. Try another folder.',
    )
  }
}
