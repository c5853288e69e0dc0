#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

/*
 * `npx assay` in a checkout: the command line of the built app, in this very process, so that its
 * streams, signals and exit code are its own.
 */
const cli = join(root, 'out', 'main', 'cli.js')
if (existsSync(cli)) {
  // The command line takes itself for the program that was called.
  process.argv[1] = cli
  await import(pathToFileURL(cli).href)
} else {
  process.stderr.write(
    'assay: The app is not built yet: run npm run setup in the checkout first.\n',
  )
  process.exitCode = 1
}
