import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'

/** A window that dies again this soon is not drawn anew: whatever kills it would do so for ever. */
const soonMs = 10_000

/**
 * For bugs: nothing of ours may end the program or show a stack trace. Edits are in the journal before
 * they are called saved, so going on is safe. What happened goes to standard error, without any text of
 * an article; the user is told once.
 */
export function catchTheRest(): void {
  let isTold = false
  const tell = (error: unknown): void => {
    process.stderr.write(
      `Assay: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}\n`,
    )
    if (isTold) return
    isTold = true
    dialog.showErrorBox(
      'Something in Assay did not work',
      'What the window calls saved is on the disk. Go on, and if Assay behaves oddly, close it and open your project again.',
    )
  }
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
}

/** A page whose process died is drawn anew; every acknowledged edit is read back from the disk. */
export function reviveWindow(window: BrowserWindow): void {
  let revivedAt = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = performance.now()
    if (now - revivedAt < soonMs) {
      dialog.showErrorBox(
        'The window stopped again',
        'What it called saved is on the disk. Close Assay and open your project again.',
      )
      return
    }
    revivedAt = now
    window.webContents.reload()
  })
}
