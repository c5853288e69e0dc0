import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/*
 * What `electron <folder>` runs first, for a runtime that comes without one: it opens the app in
 * that folder as the official default app does. The await at the bottom is the point of it: Electron
 * becomes ready only when this file has finished, so the app's main file still runs before that.
 */

/** @param {string[]} args Electron's own arguments: `-r FILE` loads a file first (Playwright's way in) */
function readArguments(args) {
  const preloads = []
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '-r' || arg === '--require') preloads.push(args[++at] ?? '')
    else if (!arg.startsWith('-')) return { preloads, folder: resolve(arg) }
  }
  return { preloads, folder: null }
}

const { preloads, folder } = readArguments(process.argv.slice(1))
if (folder === null) {
  process.stderr.write('Say which folder holds the app: electron <folder>\n')
  app.exit(1)
} else {
  const require = createRequire(import.meta.url)
  for (const file of preloads) require(resolve(file))
  const manifest = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'))
  app.setName(manifest.productName ?? manifest.name)
  // These two are Electron's own means for its default app and not in its documentation.
  const own =
    /** @type {import('electron').App & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (
      app
    )
  own.setVersion(manifest.version)
  own.setAppPath(folder)
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  await import(pathToFileURL(resolve(folder, manifest.main)).href)
}
