/**
 * A weakness of a package that ships.
 * @typedef {{ name: string, severity: string, titles: string[], url: string }} Finding
 */

/** Severities that count. */
const counting = new Set(['high', 'critical'])

/**
 * What `npm audit --json` says of the packages that ship, apart from the others; nothing when it is no report.
 * @param {string} output
 * @param {readonly string[]} shipped folders of packages, `node_modules/a`
 * @param {Readonly<Record<string, { urls: readonly string[], why: string }>>} explained
 * @returns {{ inApp: Finding[], explainedInApp: { name: string, why: string }[], inTools: number } | undefined}
 */
export function readFindings(output, shipped, explained) {
  const report = parse(output)
  if (report?.vulnerabilities === undefined) return undefined
  const folders = new Set(shipped)
  /** @type {Finding[]} */
  const inApp = []
  /** @type {{ name: string, why: string }[]} */
  const explainedInApp = []
  let inTools = 0
  for (const { name, severity, via, nodes } of Object.values(report.vulnerabilities)) {
    if (!counting.has(severity)) continue
    if (!nodes.some(node => folders.has(node))) {
      inTools += 1
      continue
    }
    // A name alone stands for a finding in another package, which is listed itself.
    const own = via.filter(one => typeof one === 'object')
    const reason = explained[name]
    if (reason !== undefined && own.every(({ url }) => reason.urls.includes(url)))
      explainedInApp.push({ name, why: reason.why })
    else {
      const titles = own.length > 0 ? own.map(({ title }) => title) : via.map(String)
      inApp.push({ name, severity, titles, url: own[0]?.url ?? '' })
    }
  }
  return { inApp, explainedInApp, inTools }
}

/** @typedef {{ name: string, severity: string, via: (string | { title: string, url: string })[], nodes: string[] }} Vulnerability */

/**
 * @param {string} output
 * @returns {{ vulnerabilities?: Record<string, Vulnerability> } | undefined}
 */
function parse(output) {
  try {
    return JSON.parse(output)
  } catch {
    return undefined
  }
}
