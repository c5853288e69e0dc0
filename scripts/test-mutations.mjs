import { root } from './root.mjs'
import { testMutations } from './mutations/test-mutations.mjs'
import { electronEnv } from './run/electron-env.mjs'
import { runAsProgram } from './run/failure.mjs'
import { stopCommandsWithUs } from './run/command.mjs'
import { reportToPerson } from './set-up/report.mjs'
import { setUp } from './set-up/set-up.mjs'

/** `npm run test:mutations`: break one promise after the other in a copy; the tests named for it must notice. */
await runAsProgram(async () => {
  stopCommandsWithUs()
  const { runtime } = await setUp(root, { onStep: reportToPerson() })
  const tally = await testMutations(root, electronEnv(runtime), line => console.log(line))
  return tally.failed === 0 ? 0 : 1
})
