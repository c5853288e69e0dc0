import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { Mended } from '../../shared/project/damage/checked'
import { checkInWords, wordsFor } from '../check/check-in-words'
import type { FindingKind } from '../check/finding'
import { findingKinds } from '../check/finding'
import { happenedTo, meaningOf, subjectOf } from '../check/found-in-words'
import type { QuarantineItem } from '../check/quarantine-list'
import type { OnStep, RepairSetting } from './repair-project'
import { repairProject } from './repair-project'

const mostShown = 500

/** Mend a project, and say what was done, for the window. */
export async function repairInWords(
  folder: string,
  setting: RepairSetting,
  onStep: OnStep,
): Promise<Result<Mended>> {
  const you = setting.identity.annotator
  // The titles that the index knows of are gone from it once a damaged article could not be mended.
  const { names, wordsOf } = wordsFor(folder, you)
  const repaired = await repairProject(folder, setting, onStep)
  if (!repaired.ok) return repaired
  const checked = checkInWords(folder, you)
  if (!checked.ok) return checked
  const { items, quarantine } = repaired.value
  const ordered = [...items.filter(({ stays }) => stays), ...items.filter(({ stays }) => !stays)]
  const left = items.filter(({ stays }) => stays).length
  return succeed({
    mended: items.length - left,
    left,
    items: ordered.slice(0, mostShown).map(item => ({
      what: subjectOf(item.file, names),
      happened: inWords(item),
      done: item.stays ? `It was left as it is. ${meaningOf(asFinding(item))}` : item.done,
      stays: item.stays,
    })),
    more: Math.max(0, items.length - mostShown),
    ...(quarantine === undefined ? {} : { quarantine }),
    checked: checked.value,
  })

  function inWords(item: QuarantineItem): string {
    // An item that was taken out of a file says by itself what it is.
    if (item.item !== undefined && !item.stays) return 'Part of it was put aside.'
    return happenedTo(asFinding(item), wordsOf)
  }
}

function asFinding({ file, kind, problem }: QuarantineItem): {
  readonly file: string
  readonly kind: FindingKind
  readonly problem: string
} {
  return { file, problem, kind: findingKinds.find(known => known === kind) ?? 'damaged' }
}
