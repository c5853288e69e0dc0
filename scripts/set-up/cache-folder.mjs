import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * What outlives a checkout and is shared by all of them. Source: XDG Base Directory Specification;
 * a relative XDG_CACHE_HOME is invalid there and so is ignored.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cacheFolder(env = process.env) {
  const base = env['XDG_CACHE_HOME']
  return join(base?.startsWith('/') ? base : join(homedir(), '.cache'), 'assay')
}
