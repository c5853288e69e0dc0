import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { ReadContent } from './read-content'

/** Thrown deep inside a reader for a file that is damaged, hostile or locked; `message` completes “was not imported: …”. */
export class RefusedFile extends Error {}

/**
 * `read` as the reader of a kind of file: what it gives, or the sentence of the RefusedFile it throws, with
 * what to do. Any other error is a bug and goes on.
 */
export function documentReader(
  read: (bytes: Uint8Array) => ReadContent,
): (bytes: Uint8Array, name: string) => Promise<Result<ReadContent>> {
  // eslint-disable-next-line @typescript-eslint/require-await -- so that a bug is a rejection, not a throw
  return async (bytes, name) => {
    try {
      return succeed(read(bytes))
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error
      return fail(
        'refused',
        `“${name}” was not imported: ${error.message}. Nothing else has changed. Open it in the program it comes from, save it again under another name and import that file.`,
      )
    }
  }
}
