import { check } from './check/check.mjs'
import { root } from './root.mjs'
import { stopCommandsWithUs } from './run/command.mjs'
import { runAsProgram } from './run/failure.mjs'
import { reportToPerson } from './set-up/report.mjs'
import { setUp } from './set-up/set-up.mjs'

/** `npm test`: set-up, then every check. */
await runAsProgram(async () => {
  stopCommandsWithUs()
  await setUp(root, { onStep: reportToPerson() })
  return check(root)
})
