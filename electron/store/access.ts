import { explainFileError } from './explain-error'
import { takeLock } from './lock'

/** Whether a project may be changed, and how it is let go. */
export type Access = { readonly readOnly: string | undefined; readonly release: () => void }

/**
 * Take a project for writing, or say why it can only be read: it is newer than this program (`newer` says
 * so), only reading was asked for, another program has it, or its folder cannot be written.
 */
export function accessTo(
  folder: string,
  newer: string | undefined,
  asked: { readonly readOnly: boolean; readonly at: string; readonly annotator: string },
): Access {
  const release = (): void => undefined
  if (newer !== undefined) return { readOnly: newer, release }
  if (asked.readOnly) return { readOnly: 'The project was opened for reading only.', release }
  try {
    const lock = takeLock(folder, asked.at, asked.annotator)
    if (lock.kind === 'held') return { readOnly: undefined, release: lock.release }
    return {
      readOnly: `This project is open in ${lock.who}. You can read it here; close it there to change it.`,
      release,
    }
  } catch (error) {
    const { message } = explainFileError(error, 'Nothing can be changed here').error
    return { readOnly: message, release }
  }
}
