import { testLong } from './long/test-long.mjs'
import { root } from './root.mjs'
import { stopCommandsWithUs } from './run/command.mjs'
import { runAsProgram } from './run/failure.mjs'

/** `npm run test:long [-- rows of the table …]`: the tests in their long form, or in pieces of it. */
await runAsProgram(async args => {
  stopCommandsWithUs()
  return testLong(root, args)
})
