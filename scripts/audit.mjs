import { audit } from './audit/audit.mjs'
import { root } from './root.mjs'
import { stopCommandsWithUs } from './run/command.mjs'
import { runAsProgram } from './run/failure.mjs'

/**
 * `npm run audit`: is anything that ships known to be weak, and is Electron still looked after? Exit 0 for
 * no, 1 for a finding that nobody has explained, 2 where the registry could not be asked.
 */
await runAsProgram(async () => {
  stopCommandsWithUs()
  return audit(root)
})
