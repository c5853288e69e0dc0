import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { Checked } from '../../shared/project/damage/checked'
import type { NamesOfFiles } from '../../shared/project/file-in-words'
import { wordsOfItems } from '../repair/item-of'
import { readIndex } from '../store/article-index'
import { namesOfFiles } from '../store/names-of-files'
import type { OnRead } from './check-project'
import { surveyProject } from './check-project'
import type { WordsOf } from './found-in-words'
import { foundInWords, inOrder, sumsOf } from './found-in-words'
import { readQuarantine } from './quarantine-list'

/** Findings that are given in words; a person who has more than these mends first. */
const mostShown = 500

/** What the check finds in a project, for the window. `you` is whose annotations are “yours”. */
export function checkInWords(
  folder: string,
  you: string | undefined,
  onRead?: OnRead,
): Result<Checked> {
  const surveyed = surveyProject(folder, onRead)
  if (!surveyed.ok) return surveyed
  const { isSound, findings, counts } = surveyed.value.report
  const { names, wordsOf } = wordsFor(folder, you)
  const shown = inOrder(findings)
    .slice(0, mostShown)
    .map(finding => foundInWords(finding, names, wordsOf))
  return succeed({
    isSound,
    counts,
    sums: sumsOf(findings),
    found: shown,
    more: findings.length - shown.length,
    isBehind: false,
    keptAside: readQuarantine(folder).filter(({ stays }) => !stays).length,
  })
}

/** What a project's ids mean, and the words of annotations that something is wrong with. */
export function wordsFor(
  folder: string,
  you: string | undefined,
): { readonly names: NamesOfFiles; readonly wordsOf: WordsOf } {
  return {
    names: namesOfFiles(folder, readIndex(folder), you),
    wordsOf: wordsOfItems(folder),
  }
}
