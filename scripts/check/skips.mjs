/**
 * What a run left out, and why: a line for each test, or for each group of tests under one heading.
 * @typedef {{ suites?: PlaywrightSuite[], specs?: { title: string, tests: PlaywrightTest[] }[] }} PlaywrightSuite
 * @typedef {{ status: string, annotations: { type: string, description?: string }[] }} PlaywrightTest
 */

const noReason = 'no reason was given'

/**
 * The skipped tests of a Playwright JSON report with what `test.skip` said.
 * @param {PlaywrightSuite} report
 * @returns {string[]}
 */
export function playwrightSkips({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => {
        const said = annotations.find(({ type }) => type === 'skip')?.description
        return `${title}: ${said ?? noReason}`
      }),
  )
  return [...own, ...suites.flatMap(playwrightSkips)]
}

/**
 * The skipped tests of a Vitest JSON report by their headings, which say why; see `describeIf`.
 * @param {{ testResults: { assertionResults: { status: string, ancestorTitles: string[], title: string }[] }[] }} report
 * @returns {string[]}
 */
export function vitestSkips({ testResults }) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const { assertionResults } of testResults)
    for (const { status, ancestorTitles, title } of assertionResults) {
      if (!['skipped', 'pending', 'todo'].includes(status)) continue
      const line =
        ancestorTitles.find(saysWhy) ?? `${[...ancestorTitles, title].join(', ')}: ${noReason}`
      counts.set(line, (counts.get(line) ?? 0) + 1)
    }
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} (${count} tests)`))
}

/** @param {string} title */
const saysWhy = title => title.includes(': not run, ')
