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
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    ELECTRON_EXEC_PATH: runtime.executable,
  }
}

/** Chromium's sandbox cannot run under root; Electron refuses to start there without this word. */
export const isRoot = process.platform === 'linux' && process.getuid?.() === 0
