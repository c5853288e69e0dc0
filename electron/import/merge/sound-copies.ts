import type { MergeItem } from '../../../shared/project/merge/merge-report'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import { wordsFor } from '../../check/check-in-words'
import { checkProject } from '../../check/check-project'
import type { Finding, FindingKind } from '../../check/finding'
import { foundInWords } from '../../check/found-in-words'

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
      `The other copy “${name}” is damaged, so nothing was merged. ${inWords(folder, first)}${andMore(problems)} ` +
        'Open that copy in Assay, check and mend it (“assay check --repair” does the same), then merge it again. Or choose a backup of it.',
    )
  return succeed(
    findings
      .filter(({ isNote }) => !isNote)
      .map(finding => ({
        kind: 'left-out',
        message: `In the other copy. ${inWords(folder, finding)}`,
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
        `Something in this project is damaged, so nothing was merged. ${inWords(folder, first)}${andMore(problems)} ` +
          'Check and mend the project (“assay check --repair” does the same), then merge again.',
      )
}

function problemsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ isNote, kind }) => !isNote && !harmless.has(kind))
}

/** “The text of “Ferry”: Its file is damaged.” */
function inWords(folder: string, finding: Finding): string {
  const { names, wordsOf } = wordsFor(folder, undefined)
  const { what, happened } = foundInWords(finding, names, wordsOf)
  return `${what}: ${happened}`
}

function andMore(problems: readonly Finding[]): string {
  return problems.length === 1 ? '' : ` And ${problems.length - 1} more.`
}
