/**
 * Whether this machine can show a window. Outside Linux there always is a display.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {boolean}
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}

/**
 * The virtual display: wide enough for the window as it first opens. It begins anew when its last window
 * goes, and a program that starts in that moment finds no display: so it must not.
 */
const screen = '-screen 0 1440x900x24 -noreset'

/**
 * A command as it has to be run here: as it is, or on a virtual display.
 * @param {string} command
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function onDisplay(command, args) {
  if (hasDisplay()) return [command, args]
  return ['xvfb-run', ['-a', '-s', screen, command, ...args]]
}
