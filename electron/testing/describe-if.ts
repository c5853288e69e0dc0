import { describe } from 'vitest'

/**
 * Tests that need something which is not everywhere. Where it is not, the heading says why they were not
 * run, and the check prints it: a test that is left out in silence is taken for one that passed.
 */
export function describeIf(
  isThere: boolean,
  why: string,
): (heading: string, tests: () => void) => void {
  return (heading, tests) => {
    describe.runIf(isThere)(isThere ? heading : `${heading}: not run, ${why}`, tests)
  }
}
