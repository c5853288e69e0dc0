/** A failure a person can act on: one sentence that says what happened and what to do about it. */
export class Failure extends Error {}

/**
 * The program's outermost frame: whatever goes wrong inside becomes one line and exit code 1, never
 * a stack trace (set `ASSAY_TRACE=1` for that).
 * @param {(args: string[]) => Promise<number | void>} main gives the exit code; nothing means 0
 */
export async function runAsProgram(main) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0
  } catch (error) {
    process.stderr.write(`assay: ${sentenceFor(error)}\n`)
    if (process.env['ASSAY_TRACE'] === '1') console.error(error)
    process.exitCode = 1
  }
}

/**
 * What to tell a person about `error`. System errors that people can do something about get their
 * own sentence; the rest names itself and says how to learn more.
 * @param {unknown} error
 * @returns {string}
 */
export function sentenceFor(error) {
  if (error instanceof Failure) return error.message
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (
    error instanceof Error ? error : new Error(String(error))
  )
  if (code === 'ENOSPC') return noSpaceSentence(path)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${path ?? 'A file'} cannot be written (${code}): give this user the right to write there and run the command again.`
  }
  return `Something unexpected happened (${firstLine(message)}): run the command again with ASSAY_TRACE=1 to see where.`
}

/**
 * The one sentence for a full disk.
 * @param {string} [path] what was being written, when it is known
 * @returns {string}
 */
export function noSpaceSentence(path) {
  const where = path === undefined ? '' : ` for ${path}`
  return `There is no space left on the disk${where}: free about 1 GB and run the command again.`
}

/** @param {string} text */
const firstLine = text => text.split('\n', 1)[0] ?? ''
