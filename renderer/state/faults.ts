import { faultOf } from '../../shared/outcome/fault'
import { call } from '../workbench-api'
import { notify } from './notices'

/** A bug goes into the log of main, without a word of what it was about. */
export function reportFault(error: unknown): void {
  console.error(error)
  call('reportFault', { fault: faultOf(error) }).catch((failed: unknown) => {
    console.error(failed)
  })
}

/** For bugs that nobody caught: they are logged, and the user hears of it once in a while, not of each. */
export function catchFaults(): void {
  const tell = (error: unknown): void => {
    reportFault(error)
    notify(
      'Something in Assay did not work. What was saved is safe; if the window behaves oddly, close and open the project. “Save a report about faults” in all commands writes down where it happened.',
      'problem',
    )
  }
  window.addEventListener('unhandledrejection', event => {
    tell(event.reason)
  })
  window.addEventListener('error', event => {
    if (!isNextFrame(event)) tell(event.error)
  })
}

/**
 * Chromium says this as if it were an error when a size that was told of changes another one in the same
 * frame: the rest is told of in the next (CSS Resize Observer §3.4). Nothing is wrong, and nothing was thrown.
 */
function isNextFrame({ error, message }: ErrorEvent): boolean {
  return !(error instanceof Error) && message.startsWith('ResizeObserver loop')
}

/** Asks where, and saves what is known of bugs there: nothing of the user's work is in it. */
export async function saveFaultReport(): Promise<void> {
  await call('saveFaultReport', {})
}
