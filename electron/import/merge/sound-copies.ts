import type { MergeItem } from '../../../shared/project/merge/merge-report'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import { checkProject } from '../../check/check-project'
import type { Finding, FindingKind } from '../../check/finding'

/** Wrong, but nothing that could make a merge lose or mistake anything: listed in the report. */
const harmless: ReadonlySet<FindingKind> = new Set([
  'source',
  'relation',
  'original',
  'leftover',
  'second-name',
  'foreign',
  'orphan',
])

/** Refuse to merge a copy in which something is damaged; gives what is only worth a remark. */
export function checkOtherCopy(folder: string, name: string): Result<readonly MergeItem[]> {
  const checked = checkProject(folder)
  if (!checked.ok) return checked
  const { findings } = checked.value
  const problems = problemsIn(findings)
  const [first] = problems
  if (first !== undefined)
    return fail(
      'damaged',
      `The other copy “${name}” is damaged, so nothing was merged: ${first.file}: ${first.problem}${andMore(problems)}. ` +
        'Open that copy in Assay or run “assay check --repair” on it, look at what is said, then merge it again. Or choose a backup of it.',
    )
  return succeed(
    findings
      .filter(({ isNote }) => !isNote)
      .map(({ file, problem }) => ({
        kind: 'left-out',
        message: `In the other copy, ${file}: ${problem}.`,
      })),
  )
}

/** Refuse to merge into a project whose own files are damaged: what cannot be read would seem to be missing. */
export function checkOwnCopy(folder: string): Result<object> {
  const checked = checkProject(folder)
  if (!checked.ok) return checked
  const problems = problemsIn(checked.value.findings)
  const [first] = problems
  return first === undefined
    ? succeed({})
    : fail(
        'damaged',
        `This project has damaged files, so nothing was merged: ${first.file}: ${first.problem}${andMore(problems)}. ` +
          'Close it and open it again, which mends what the record of edits still holds, or run “assay check --repair” on it. Then merge again.',
      )
}

function problemsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ isNote, kind }) => !isNote && !harmless.has(kind))
}

function andMore(problems: readonly Finding[]): string {
  return problems.length === 1 ? '' : `, and ${problems.length - 1} more`
}
