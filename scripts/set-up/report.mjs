const WAITING_AFTER_MS = 1500

/**
 * Tells a person how the set-up goes, on standard error, so that standard output stays the program's:
 * a line when a step takes its time, one when it has done something, and always which Electron runs.
 * @returns {import('./set-up.mjs').Reporter}
 */
export function reportToPerson() {
  /** @type {NodeJS.Timeout | undefined} */
  let waiting
  return (name, step) => {
    clearTimeout(waiting)
    if (step === null)
      waiting = setTimeout(() => say(`${name}: ${patience[name]}`), WAITING_AFTER_MS)
    else if (name === 'electron') say(step.detail)
    else if (step.did) say(`${name}: ${step.detail} (${(step.ms / 1000).toFixed(1)} s)`)
  }
}

/** @param {string} line */
const say = line => process.stderr.write(`${line}\n`)

/** @type {Record<string, string>} */
const patience = {
  'npm packages': 'installing by the lock file, about half a minute …',
  electron: 'downloading, up to 200 MB once …',
  'system packages': 'installing with apt-get …',
  build: 'building …',
}
