/**
 * The environment for children that start Electron: the `electron` npm package, Playwright and
 * electron-vite then take the runtime that set-up chose.
 * @param {import('../set-up/electron-runtime.mjs').Runtime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnv(runtime) {
  const { ELECTRON_RUN_AS_NODE, ...env } = process.env
  return {
    ...env,
    ...unicodeNames(env, process.platform),
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    ELECTRON_EXEC_PATH: runtime.executable,
  }
}

/**
 * Chromium reads file names as the locale says: on a bare machine, where none is set, it would lose every
 * dropped file whose name is not plain ASCII.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {NodeJS.ProcessEnv} what to add to `env`
 */
export function unicodeNames(env, platform) {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  return platform !== 'linux' || /utf-?8/i.test(locale) ? {} : { LC_ALL: 'C.UTF-8' }
}

/** Chromium's sandbox cannot run under root; Electron refuses to start there without this word. */
export const isRoot = process.platform === 'linux' && process.getuid?.() === 0
