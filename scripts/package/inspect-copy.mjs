import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Beside the packaged app make a copy that a test can drive: it differs in the one fuse that lets
 * Playwright attach, and in nothing else.
 * @param {string} unpacked the folder of the packaged app
 * @param {string} program the name of its executable
 * @returns {Promise<string>} the folder of the copy
 */
export async function makeInspectCopy(unpacked, program) {
  const copy = `${unpacked}-inspect`
  await rm(copy, { recursive: true, force: true })
  await cp(unpacked, copy, { recursive: true, verbatimSymlinks: true })
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(copy, program), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  return copy
}
