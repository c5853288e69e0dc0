import { check } from './check/check.mjs'
import { root } from './root.mjs'
import { stopCommandsWithUs } from './run/command.mjs'
import { runAsProgram } from './run/failure.mjs'

/** `npm run check`: every check, closing with one line `N passed, N failed`. */
await runAsProgram(async () => {
  stopCommandsWithUs()
  return check(root)
})
