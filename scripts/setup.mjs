import { root } from './root.mjs'
import { stopCommandsWithUs } from './run/command.mjs'
import { Failure, runAsProgram } from './run/failure.mjs'
import { reportToPerson } from './set-up/report.mjs'
import { setUp } from './set-up/set-up.mjs'

/**
 * `npm run setup`: set-up and build alone. `--refresh` tries a download again that failed before;
 * `--json` prints what each step did as one JSON document.
 */
await runAsProgram(async args => {
  const unknown = args.find(arg => !['--refresh', '--json'].includes(arg))
  if (unknown !== undefined) {
    throw new Failure(`${unknown} is not known here: npm run setup -- [--refresh] [--json]`)
  }
  stopCommandsWithUs()
  const { steps, runtime } = await setUp(root, {
    refresh: args.includes('--refresh'),
    onStep: reportToPerson(),
  })
  if (args.includes('--json')) console.log(JSON.stringify({ steps, runtime }, null, 2))
  else console.log(summary(steps))
})

/** @param {import('./set-up/set-up.mjs').Step[]} steps */
function summary(steps) {
  const done = steps.filter(step => step.did).map(step => step.name)
  if (done.length === 0) return 'Everything is set up: nothing to do.'
  return `Set up: ${done.join(', ')}. Next: npm start`
}
