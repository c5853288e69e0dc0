/**
 * How many things passed, failed and were skipped.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/**
 * The closing line of a check.
 * @param {Tally} tally
 * @returns {string}
 */
export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`
  return skipped === 0 ? line : `${line}, ${skipped} skipped`
}

/**
 * A tool that says only yes or no counts as one test.
 * @param {number | null} code its exit code
 * @returns {Tally}
 */
export const tallyOfTool = code => ({ ...nothing, [code === 0 ? 'passed' : 'failed']: 1 })

/**
 * What a test runner's report and exit code amount to. A runner that broke off, ran nothing, or is
 * unhappy with something that is no test (an error outside of one) has failed once.
 * @param {number | null} code
 * @param {Tally | null} reported null when there is no report
 * @returns {Tally}
 */
export function tallyOfRunner(code, reported) {
  const tally = reported ?? nothing
  const ranNothing = tally.passed + tally.failed === 0
  const broke = code !== 0 && tally.failed === 0
  return ranNothing || broke ? add(tally, { ...nothing, failed: 1 }) : tally
}

/**
 * The tests of a Vitest JSON report. A file that could not be loaded is one failed test.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Tally}
 */
export function vitestTally(report) {
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * The tests of a Playwright JSON report. An error outside of the tests is one failed test. A flaky test
 * passed at its second try, which only the gate gives it; the report lists it by name.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Tally}
 */
export const playwrightTally = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
  skipped: stats.skipped,
})
