import { Failure } from '../run/failure.mjs'

/** As `engines` in package.json says. */
const OLDEST = [20, 19]

/**
 * Refuse a Node that the tools do not run on.
 * @param {string} version such as `20.20.1`
 */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Failure(
    `This is Node ${version}, and Assay needs ${OLDEST.join('.')} or newer: install one from https://nodejs.org and run the command again.`,
  )
}
