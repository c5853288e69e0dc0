/**
 * Whether a line on Electron's standard error is Chromium talking to itself about the machine (no
 * message bus, no graphics card), which nobody can or need do anything about.
 * @param {string} line
 * @returns {boolean}
 */
export function isNoise(line) {
  return chromiumNote.test(line) && talk.some(pattern => pattern.test(line))
}

/** Chromium's own prefix: `[pid:date/time:LEVEL:file(line)]`. A fatal error is never noise. */
const chromiumNote = /^\[\d+:\d{4}\/\d{6}\.\d+:(VERBOSE\d*|INFO|WARNING|ERROR):[\w./-]+[(:]\d+\)?\]/

const talk = [
  /dbus\/|:(bus|object_proxy|property)\.cc|Failed to connect to the bus/,
  /gpu|viz_main_impl|gl_|\bgl\/|egl|angle|vaapi|vulkan|command_buffer|swiftshader/i,
  /:(atom_cache|x11_\w+|ozone_\w+|xsettings\w*|network_service_instance_impl)\.cc/,
  /sysfs|udev|cursor_theme|browser_main_loop/,
]

/**
 * Copy a stream line by line, leaving out noise.
 * @param {NodeJS.ReadableStream} from
 * @param {NodeJS.WritableStream} to
 */
export function copyWithoutNoise(from, to) {
  let rest = ''
  from.setEncoding('utf8')
  from.on('data', (/** @type {string} */ text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (!isNoise(line)) to.write(`${line}\n`)
  })
  from.on('end', () => {
    if (rest !== '' && !isNoise(rest)) to.write(rest)
  })
}
