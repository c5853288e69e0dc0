/**
 * Why an npm command failed, in a few words, from what it printed.
 * @param {string} output
 * @returns {string}
 */
export function whyNpmFailed(output) {
  for (const [pattern, reason] of reasons) if (pattern.test(output)) return reason
  const line = output.split('\n').find(text => /^npm (error|ERR!) (?!code)/.test(text))
  if (line === undefined && /TAR_ENTRY_ERROR/.test(output)) return 'some files could not be written'
  return line?.replace(/^npm (error|ERR!) /, '').trim() || 'npm gave no reason'
}

/** @type {[RegExp, string][]} */
const reasons = [
  [/ENOTFOUND|EAI_AGAIN/, 'the npm registry cannot be found: no network, or no name service'],
  [
    /ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
    'the npm registry does not answer',
  ],
  [/E40[134]\b/, 'the npm registry refuses or does not have the package'],
  [/EINTEGRITY/, 'a downloaded package is not the one in the lock file'],
  [/EACCES|EPERM|EROFS/, 'a folder cannot be written by this user'],
]
