import type { App } from 'electron'

/**
 * How the JavaScript engine of the window keeps memory. By itself it clears old objects whenever they have
 * grown by 9 MB, in a window that is idle most of the time: every thirtieth annotation then waited for 20 to
 * 40 ms. So it may hold two and a half times of what is in use before it clears, and new objects have 16 MB before
 * they are looked through. It does not clear everything half a minute after a large article was opened, either, to
 * give memory back: that stopped whoever was working for 30 to 60 ms. Code is compiled at once instead of
 * interpreted first, which the first annotations of a session gain from.
 */
const flags = [
  '--heap-growing-percent=150',
  '--min-semi-space-size=16',
  // By itself 8: a least above the most is the most.
  '--max-semi-space-size=16',
  '--no-memory-reducer',
  '--always-sparkplug',
]

/** For windows that are made from now on; must run before the app is ready. Flags from the command line come instead. */
export function tuneEngine({ commandLine }: Pick<App, 'commandLine'>): void {
  if (!commandLine.hasSwitch('js-flags')) commandLine.appendSwitch('js-flags', flags.join(' '))
}
