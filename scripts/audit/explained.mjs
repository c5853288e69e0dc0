/**
 * Findings that do not hold for Assay, by the name of the package, each with the reason. An entry counts for
 * the advisories it names and for no later one.
 * @type {Readonly<Record<string, { urls: readonly string[], why: string }>>}
 */
export const explained = {}
